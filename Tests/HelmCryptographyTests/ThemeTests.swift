import Testing
@testable import HelmCryptography
