import ArgumentParser
import KubeModel
import SwarmNetes

/// What a Compose project leaves open about Kubernetes objects.
struct KubernetesOptions: ParsableArguments {
    enum Controller: String, ExpressibleByArgument, CaseIterable {
        case deployment
        case statefulSet = "stateful-set"
        case replicationController = "replication-controller"
    }

    enum Publication: String, ExpressibleByArgument, CaseIterable {
        case loadBalancer = "load-balancer"
        case nodePort = "node-port"
        case hostPort = "host-port"
    }

    enum Probes: String, ExpressibleByArgument, CaseIterable {
        case requests, commands
    }

    enum RunOnce: String, ExpressibleByArgument, CaseIterable {
        case pod, job
    }

    enum Networks: String, ExpressibleByArgument, CaseIterable {
        case policies, open
    }

    enum StartOrder: String, ExpressibleByArgument, CaseIterable {
        case initContainers = "init-containers"
        case readiness
    }

    @Option(help: ArgumentHelp("The namespace of the objects.", valueName: "name"))
    var namespace: String?

    @Option(help: "The kind of object for services with interchangeable instances.")
    var controller: Controller = .deployment

    @Option(help: "How published ports are reached: by a load balancer, any node, or the node of the pod.")
    var publish: Publication = .loadBalancer

    @Option(
        help: ArgumentHelp("The size of volumes that state none, such as 500Mi.", valueName: "size"),
        transform: KubernetesOptions.bytes
    )
    var volumeSize: Int64 = 1 << 30

    @Option(help: "Health checks with curl, wget and nc: as requests of Kubernetes, or as commands in the container.")
    var probes: Probes = .requests

    @Option(help: "What depends_on becomes: init containers that wait, or nothing but the readiness of the others.")
    var startOrder: StartOrder = .initContainers

    @Option(help: "The kind of object for services with restart: \"no\" or on-failure.")
    var runOnce: RunOnce = .pod

    @Option(help: "What becomes of networks that keep services apart: NetworkPolicies, or labels of the pods alone.")
    var networks: Networks = .policies

    @Option(help: ArgumentHelp("The Gateway for HTTPRoutes, which take the place of Ingresses.", valueName: "name"))
    var gateway: String?

    private static func bytes(_ text: String) throws -> Int64 {
        guard let quantity = Quantity(text), quantity > .zero else {
            throw ValidationError("A size is a positive number with or without a suffix such as Mi or Gi.")
        }
        return Int64(quantity.units)
    }

    /// The choices as the writer takes them.
    var choices: KubernetesApplicationWriter.Options {
        KubernetesApplicationWriter.Options(
            namespace: namespace,
            replicatedKind: controller.kind,
            publication: publish.publication,
            volumeBytes: volumeSize,
            probes: probes == .requests ? .requests : .commands,
            startOrder: startOrder == .readiness ? .readiness : .initContainers,
            routing: gateway.map { .gateway($0) } ?? .ingress,
            runOnce: runOnce == .job ? .job : .pod,
            isolation: networks == .open ? .open : .policies
        )
    }
}

extension KubernetesOptions.Controller {
    fileprivate var kind: KubernetesApplicationWriter.Options.ReplicatedKind {
        switch self {
        case .deployment: .deployment
        case .statefulSet: .statefulSet
        case .replicationController: .replicationController
        }
    }
}

extension KubernetesOptions.Publication {
    fileprivate var publication: KubernetesApplicationWriter.Options.Publication {
        switch self {
        case .loadBalancer: .loadBalancer
        case .nodePort: .nodePort
        case .hostPort: .hostPort
        }
    }
}
