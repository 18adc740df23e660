import BareLibYAML

/// libyaml alone.
public enum BareLoop {
    /// Parses the bytes and throws the events away; answers their number.
    public static func parse(_ bytes: [UInt8]) -> Int {
        var count = 0
        forEachEvent(in: bytes) { event in
            count += 1
            yaml_event_delete(&event)
        }
        return count
    }

    /// The events of a text, to be emitted once.
    public struct Events {
        fileprivate var events: [yaml_event_t] = []
        fileprivate let capacity: Int

        /// Parses the bytes.
        public init(_ bytes: [UInt8]) {
            capacity = bytes.count * 2 + 1024
            var events: [yaml_event_t] = []
            BareLoop.forEachEvent(in: bytes) { events.append($0) }
            self.events = events
        }
    }

    /// Writes the events with libyaml's emitter, which consumes them; answers the length of the text.
    public static func emit(_ events: consuming Events) -> Int {
        var emitter = yaml_emitter_t()
        yaml_emitter_initialize(&emitter)
        defer { yaml_emitter_delete(&emitter) }
        let output = UnsafeMutablePointer<UInt8>.allocate(capacity: events.capacity)
        defer { output.deallocate() }
        var written = 0
        yaml_emitter_set_output_string(&emitter, output, events.capacity, &written)
        yaml_emitter_set_unicode(&emitter, 1)
        for index in events.events.indices {
            guard yaml_emitter_emit(&emitter, &events.events[index]) == 1 else { return 0 }
        }
        return written
    }

    private static func forEachEvent(in bytes: [UInt8], _ body: (inout yaml_event_t) -> Void) {
        var parser = yaml_parser_t()
        yaml_parser_initialize(&parser)
        defer { yaml_parser_delete(&parser) }
        bytes.withUnsafeBufferPointer { bytes in
            yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
            var isAtEnd = false
            while !isAtEnd {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else { return }
                isAtEnd = event.type == YAML_STREAM_END_EVENT
                body(&event)
            }
        }
    }
}
