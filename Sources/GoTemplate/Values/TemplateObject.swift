/// A value with fields and methods, such as a time, a version or a chart.
package protocol TemplateObject: AnyObject {
    var type: GoType { get }
    /// The exported fields in the order of Go's declaration, which `%v` prints.
    var fields: [(name: ByteString, value: Value)] { get }
    /// The function of the method `name`, if there is one.
    func method(_ name: ByteString) -> TemplateFunction?
    /// What Go's `String()` gives, if the type has that method; all of `%v`, `%s` and `print` use it.
    var stringForm: ByteString? { get }
}

extension TemplateObject {
    package var fields: [(name: ByteString, value: Value)] { [] }
    package var stringForm: ByteString? { nil }
    package func method(_ name: ByteString) -> TemplateFunction? { nil }
}
