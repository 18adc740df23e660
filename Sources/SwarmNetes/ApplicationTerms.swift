import OrchestrationIR

// Where a model has a type of the same name, these mean the application's in this module.

typealias Endpoint = OrchestrationIR.Endpoint
typealias EndpointPort = OrchestrationIR.EndpointPort
typealias Network = OrchestrationIR.Network
typealias Placement = OrchestrationIR.Placement
