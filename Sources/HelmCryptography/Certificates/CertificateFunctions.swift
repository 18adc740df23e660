import GoTemplate
import HelmChart

extension FunctionTheme {
    /// Functions that make certificates, each with a new key or with a given one.
    static func addCertificates(
        to table: inout FunctionTable,
        _ environment: RenderEnvironment,
        _ budget: WorkBudget
    ) {
        let maker = CertificateMaker(environment: environment, budget: budget)
        table["genCA"] = .typed { (name: ByteString, days: Int) in
            try maker.authority(CertificateRequest(name: name, days: days), key: nil)
        }
        table["genCAWithKey"] = .typed { (name: ByteString, days: Int, key: ByteString) in
            try maker.authority(CertificateRequest(name: name, days: days), key: key)
        }
        addSelfSigned(to: &table, maker)
        addSigned(to: &table, maker)
        table["buildCustomCert"] = .typed { (certificate: ByteString, key: ByteString) in
            try maker.check(certificate, key)
        }
    }

    private static func addSelfSigned(to table: inout FunctionTable, _ maker: CertificateMaker) {
        table["genSelfSignedCert"] = .typed { (name: ByteString, ips: ListValue, hosts: ListValue, days: Int) in
            try maker.selfSigned(CertificateRequest(name: name, ips: ips, hosts: hosts, days: days), key: nil)
        }
        table["genSelfSignedCertWithKey"] = .typed {
            (name: ByteString, ips: ListValue, hosts: ListValue, days: Int, key: ByteString) in
            try maker.selfSigned(CertificateRequest(name: name, ips: ips, hosts: hosts, days: days), key: key)
        }
    }

    private static func addSigned(to table: inout FunctionTable, _ maker: CertificateMaker) {
        table["genSignedCert"] = .typed {
            (name: ByteString, ips: ListValue, hosts: ListValue, days: Int, authority: CertificatePair) in
            let request = CertificateRequest(name: name, ips: ips, hosts: hosts, days: days)
            return try maker.signed(request, by: authority, key: nil)
        }
        table["genSignedCertWithKey"] = .typed {
            (
                name: ByteString,
                ips: ListValue,
                hosts: ListValue,
                days: Int,
                authority: CertificatePair,
                key: ByteString
            ) in
            let request = CertificateRequest(name: name, ips: ips, hosts: hosts, days: days)
            return try maker.signed(request, by: authority, key: key)
        }
    }
}
