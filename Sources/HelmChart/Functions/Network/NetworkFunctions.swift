import GoTemplate

extension FunctionTheme {
    /// Functions that would ask the network. Rendering never does; Helm does not either unless told to.
    package static let network = FunctionTheme { _ in
        ["getHostByName": .typed { (_: ByteString) in ByteString() }]
    }
}
