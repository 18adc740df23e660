/// The one form that a value has in the canonical tree.
enum ValueForm: Sendable {
    /// A text; an empty one is the same as none.
    case text
    /// A text that is there even when it is empty.
    case requiredText
    /// A Boolean; false is the same as none.
    case flag
    /// A Boolean of which both values say something.
    case choice
    /// A Boolean; true is the same as none.
    case optOut
    /// A Boolean that is always there; false where nothing is said.
    case requiredFlag
    /// An integer; 0 is the same as none.
    case integer
    /// An integer of which 0 says something.
    case count
    /// An integer of at least 0, not in quotes; 0 is the same as none.
    case natural
    /// An integer of at least 0, not in quotes, of which 0 says something.
    case naturalCount
    /// A number; 0 is the same as none.
    case number
    /// A number of bytes, as text; 0 is the same as none.
    case bytes
    /// A number of bytes, as text, of which 0 says something.
    case requiredBytes
    /// A duration, as text; 0 is the same as none.
    case delay
    /// A duration, as text, of which 0 says something.
    case duration
    /// A list of texts.
    case texts
    /// A command: a list of texts; an empty list says that there is none.
    case command
    /// A command for a health check: a list whose first item names the kind of command.
    case healthTest
    /// A mapping from names to texts; an entry without value has an empty one.
    case texted
    /// A mapping from names to texts; an entry without value stays without.
    case variables
    /// A mapping, not a list, from names to texts and integers.
    case options
    /// A mapping from names to lists of texts.
    case multiple
    /// A list of `HOST=ADDRESS`.
    case hosts
    /// A list of `ID` and `ID=PATH`.
    case sshKeys
    /// A file mode: an octal text with a leading 0.
    case mode
    /// A number of devices; −1 stands for all.
    case devices
    /// A limit, or a mapping of a soft and a hard one.
    case limit
}
