/// A complex number. Only a literal such as `2i` makes one, and only `printf` can do something with it.
package final class ComplexValue: TemplateObject {
    package let real: Double
    package let imaginary: Double

    package init(real: Double, imaginary: Double) {
        self.real = real
        self.imaginary = imaginary
    }

    package var type: GoType { .complex128 }
}
