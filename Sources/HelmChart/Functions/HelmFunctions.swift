import GoTemplate

/// All functions that charts can call, beside those of Go's templates.
enum HelmFunctions {
    /// The themes, later ones with precedence.
    private static let themes: [FunctionTheme] = FunctionTheme.general

    /// Names that the product HelmCryptography serves.
    private static let cryptographyNames = [
        "sha1sum", "sha256sum", "sha512sum",
        "bcrypt", "buildCustomCert", "decryptAES", "derivePassword", "encryptAES", "genCA", "genCAWithKey",
        "genPrivateKey", "genSelfSignedCert", "genSelfSignedCertWithKey", "genSignedCert", "genSignedCertWithKey",
        "htpasswd",
    ]

    /// The functions of a rendering.
    static func table(_ options: ChartRenderer.Options) -> FunctionTable {
        var environment = options.environment
        environment.helmVersion = options.version
        var table = FunctionTable()
        for name in cryptographyNames { table[ByteString(name)] = absent(name) }
        for theme in themes + options.themes {
            table.merge(theme.functions(environment)) { _, new in new }
        }
        table.merge(RenderFunctions.table(lookup: options.lookup)) { _, new in new }
        return table
    }

    /// Stands for a function of a product that the caller does not use.
    private static func absent(_ name: String) -> TemplateFunction {
        TemplateFunction(Signature(variadic: .any)) { _ in
            throw FunctionError(
                "\(name) needs cryptography: add the product HelmCryptography and its functions to the renderer's options"
            )
        }
    }
}
