import KubeModel
import OrchestrationIR

// Compose starts the container of a service again until it succeeds, at most so often as `restart: on-failure:n` says. A
// Job counts the same in `backoffLimit`, whichever of its two restart policies it has, and gives up after six failures
// unless it says otherwise.

extension Workload {
    /// The workload as a Job, if it is one that runs once, and that is what they are to be.
    func asJob(_ kind: KubernetesApplicationWriter.Options.RunOnceKind) -> Workload {
        guard kind == .job, self.kind == .single, restart != nil, restart != .always else { return self }
        var workload = self
        workload.kind = .runToCompletion(nil, schedule: nil)
        return workload
    }
}

extension JobSpec {
    /// The Job that runs `workload` until `completions` of its pods have succeeded. As in a Swarm, all run at once.
    init(_ workload: Workload, completions: Int?, template: PodTemplateSpec) {
        self.init(
            parallelism: completions.flatMap { $0 > 1 ? $0 : nil },
            completions: completions,
            template: template
        )
        switch workload.restart {
        case .never: backoffLimit = 0
        case .onFailure(let attempts): backoffLimit = attempts
        case .always, nil: break
        }
    }
}

extension Workload.Restart {
    /// How often the containers of a Job are started again.
    init(_ job: JobSpec) {
        let limit = job.backoffLimit ?? 6
        self = limit > 0 ? .onFailure(maximumAttempts: limit) : .never
    }
}
