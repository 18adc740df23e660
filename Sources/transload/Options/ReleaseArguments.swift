public import ArgumentParser
public import NodeRelease

// The words of these types are those that the command line takes.

extension Obstacle.Kind: ExpressibleByArgument {}
extension ReleasePolicyName: ExpressibleByArgument {}
extension KubernetesInventory.Method: ExpressibleByArgument {}
