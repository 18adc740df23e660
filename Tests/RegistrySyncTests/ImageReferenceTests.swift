import RegistrySync
import Testing
