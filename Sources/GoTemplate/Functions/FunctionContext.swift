/// What a function may ask of the rendering that calls it.
package protocol FunctionContext: AnyObject {
    /// Runs the template `name` on `data` and returns its output, as Helm's `include` does.
    ///
    /// - Throws: ``FunctionError`` if there is no such template, and what its execution throws.
    func execute(_ name: ByteString, _ data: Value) throws -> ByteString

    /// Parses `text` as template `name` and runs it on `data`. It sees all templates; its own are seen by it alone.
    func execute(text: ByteString, named name: String, _ data: Value) throws -> ByteString
}
