import ArgumentParser
import Diagnostics
import Eviction
import NodeRelease

/// `transload release`: which nodes may be released, which one goes, and how.
struct ReleaseCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, commands
    }

    enum Space: String, ExpressibleByArgument, CaseIterable {
        case most, least
    }

    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Chooses nodes to release, and plans how.",
        discussion: """
            The inventory is what the orchestrator lists: kubectl get nodes,pods,pdb,deployments,replicasets -A -o json; \
            docker node inspect, docker service inspect and tasks; hosts and instances of Rancher 1.x; machines, machine \
            sets, machine deployments and clusters of Cluster API and Rancher (--system machines). Nothing is changed: the \
            plan is printed, with --format commands as a shell script. The script refuses to run when the cluster is not as the \
            inventory says any more.
            """
    )

    @Option(
        name: [.customShort("f"), .customLong("file")],
        parsing: .upToNextOption,
        help: ArgumentHelp("The files of the inventory; - is standard input.", valueName: "file")
    )
    var files: [String]

    @Option(help: "The system that the inventory is of; recognised unless given.")
    var system: InventorySystem?

    @Option(help: "For Kubernetes: evict the pods, or make their workloads smaller.")
    var method: KubernetesInventory.Method = .drain

    @Option(help: "The policy that chooses.")
    var policy: ReleasePolicyName = .leastRecentBatch

    @Option(help: "Whether the node with the most or the least space left goes first, where space decides.")
    var space: Space = .most

    @Option(
        help: ArgumentHelp(
            "A file with the uses of nodes, oldest first: a line names nodes that were used together.",
            valueName: "file"
        )
    )
    var uses: String?

    @Option(help: ArgumentHelp("How many nodes to release.", valueName: "count"))
    var count = 1

    @Option(help: ArgumentHelp("Release this node, whatever the policy would choose.", valueName: "name"))
    var node: String?

    @Option(help: ArgumentHelp("Do not mind obstacles of this kind, such as local-storage.", valueName: "kind"))
    var allow: [Obstacle.Kind] = []

    @Option(help: "The form of the output.")
    var format: Format = .text

    @Flag(help: "With --format commands: print the script that undoes the plan.")
    var undo = false

    @OptionGroup var messages: MessageOptions

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count is a number above 0.") }
        if undo, format != .commands { throw ValidationError("--undo needs --format commands.") }
        if node != nil, count != 1 { throw ValidationError("--node names one node; leave --count out.") }
    }

    func run() throws {
        let printer = FindingsPrinter(
            leastSeverity: messages.leastSeverity(usual: .notice, failing: .invalid),
            names: DisplayNames(typed: files)
        )
        try printer.reporting {
            let source = LocalFileSource()
            let files = ReleaseInventoryFiles(files: InputFiles(files, from: source), system: system, method: method)
            let inventory = try files.inventory()
            let candidates = inventory.candidates(after: [], tolerating: Set(allow))
            do {
                let report = ReleaseReport(candidates: candidates, chosen: try choose(from: inventory, source))
                try StandardStream.output.write(text(report))
            } catch let error as ReleaseError {
                // Without a plan, what stands in the way is what the user needs.
                if format == .text {
                    try StandardStream.output.write(ReleaseReport(candidates: candidates, chosen: []).text)
                }
                StandardStream.error.show("error: \(error)\n")
                throw ExitStatus.failed
            }
        }
    }

    private func choose(from inventory: any NodeInventory, _ source: LocalFileSource) throws -> [ReleasedNode] {
        guard let node else {
            let choice = ReleaseChoice(
                policy: policy,
                order: space == .most ? .mostRemaining : .leastRemaining,
                uses: try uses.map { try UsesFile(InputFiles([$0], from: source)).batches },
                tolerating: Set(allow)
            )
            return try choice.choose(count, from: inventory).map {
                ReleasedNode(reason: $0.reason.description, plan: $0.plan)
            }
        }
        let named = inventory.candidates(after: [], tolerating: Set(allow)).first { $0.name == node }
        if let named, !named.isEligible { throw ReleaseError(.obstructed(named.obstacles), node: node) }
        return [ReleasedNode(reason: "it was named", plan: try inventory.plan(releasing: node))]
    }

    private func text(_ report: ReleaseReport) -> String {
        switch format {
        case .text: report.text
        case .json: report.json
        case .commands:
            report.chosen.map { undo ? ShellScript().undoText($0.plan) : ShellScript().text($0.plan) }.joined(
                separator: "\n"
            )
        }
    }
}

/// A file with the uses of nodes.
private struct UsesFile {
    /// The names of each line that has some.
    let batches: [[String]]

    init(_ file: InputFiles) throws(InvalidInput) {
        batches = try file.read().flatMap { text in
            String(decoding: text.bytes, as: UTF8.self).split(separator: "\n")
                .map { $0.split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "," }.map(String.init) }
                .filter { !$0.isEmpty }
        }
    }
}
