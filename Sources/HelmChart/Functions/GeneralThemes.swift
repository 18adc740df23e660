extension FunctionTheme {
    /// The themes of functions that need neither charts nor cryptography.
    package static let general: [FunctionTheme] = [
        .strings, .textLists, .lists, .ranges, .dictionaries, .defaults, .conversion, .reflection, .integers, .floats,
        .encodings, .paths, .urls, .flow, .random, .network, .regularExpressions, .versions, .dates,
        .serialisation,
    ]
}
