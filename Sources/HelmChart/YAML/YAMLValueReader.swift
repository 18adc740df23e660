import GoTemplate

/// Reads YAML as `sigs.k8s.io/yaml` does: by the rules of YAML 1.1, through JSON.
struct YAMLValueReader {
    /// What numbers become.
    enum Numbers {
        /// Floating-point numbers, as a reader of JSON makes them.
        case floats
        /// Integers where the text says so, for readers that turn numbers into texts.
        case asWritten
    }

    private let numbers: Numbers

    init(numbers: Numbers = .floats) {
        self.numbers = numbers
    }

    /// The first document of a text; null if there is none.
    ///
    /// - Throws: Helm's error.
    func read(_ bytes: [UInt8]) throws(FunctionError) -> Value {
        do throws(FunctionError) {
            let graph = try YAMLGraph(firstDocumentOf: bytes)
            guard let root = graph.root else { return .null }
            return try StackSpace.withLargeStack { () throws(FunctionError) in
                var decoder = YAMLDecoder(graph.nodes, numbers)
                return try decoder.document(root).unwrapped
            }
        } catch {
            throw FunctionError("error converting YAML to JSON: " + error.message)
        }
    }
}
