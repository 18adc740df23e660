/// A value with fields and methods, such as a time, a version or a chart.
package protocol TemplateObject: AnyObject {
    var type: GoType { get }
    /// The exported fields in the order of Go's declaration, which `%v` prints.
    var fields: [(name: ByteString, value: Value)] { get }
    /// The field that `.name` gives: also one of an embedded struct.
    func field(_ name: ByteString) -> Value?
    /// The function of the method `name`, if there is one.
    func method(_ name: ByteString) -> TemplateFunction?
    /// What Go's `String()` gives, if the type has that method; all of `%v`, `%s` and `print` use it.
    var stringForm: ByteString? { get }
    /// What an action prints where that is not what `%v` gives: for a struct whose pointer alone has `String()`.
    var actionForm: ByteString? { get }
    /// The fields as JSON and YAML name them, without those that are left out.
    var serialisedFields: [(name: ByteString, value: Value)] { get }
    /// What `range` goes over, if the type is a list or map.
    var rangeElements: [(key: Value, element: Value)]? { get }
}

extension TemplateObject {
    package var fields: [(name: ByteString, value: Value)] { [] }
    package func field(_ name: ByteString) -> Value? { fields.first { $0.name == name }?.value }
    package var stringForm: ByteString? { nil }
    package var actionForm: ByteString? { stringForm }
    package var serialisedFields: [(name: ByteString, value: Value)] { fields }
    package var rangeElements: [(key: Value, element: Value)]? { nil }
    package func method(_ name: ByteString) -> TemplateFunction? { nil }
}

extension TemplateObject {
    /// Truth as `if` takes it: a struct is true, a list or map if it has elements.
    var isTrue: Bool {
        if let complex = self as? ComplexValue { return complex.real != 0 || complex.imaginary != 0 }
        return rangeElements.map { !$0.isEmpty } ?? true
    }
}
