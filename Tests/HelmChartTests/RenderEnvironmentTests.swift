import HelmChart
import Testing

@Suite struct RenderEnvironmentTests {
    @Test func aReproducibleEnvironmentStandsStill() {
        let environment = RenderEnvironment.reproducible
        #expect(environment.now() == environment.now())
        #expect(environment.randomBytes(3) == [0, 0, 0])
    }
}
