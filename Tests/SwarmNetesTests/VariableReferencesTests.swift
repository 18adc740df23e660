import Testing

@testable import SwarmNetes

@Suite("Variable references")
struct VariableReferencesTests {
    @Test(
        "What Kubernetes would replace is escaped, and nothing else",
        arguments: [
            ("plain", "plain"),
            ("$HOME and ${HOME}", "$HOME and ${HOME}"),
            ("$(NAME)", "$$(NAME)"),
            ("$$", "$$$"),
            ("100$", "100$"),
            ("$(find / -type f)", "$(find / -type f)"),
            ("$(cat $(NAME))", "$(cat $(NAME))"),
            ("$(echo $$)", "$(echo $$)"),
            ("$(echo $$", "$(echo $$$"),
            ("$()", "$()"),
        ]
    )
    func escaping(text: String, escaped: String) {
        #expect(VariableReferences.escaped(text) == escaped)
    }

    @Test(
        "What is escaped comes back whatever the variables are",
        arguments: [
            "$(NAME)", "$$(NAME)", "$$$(NAME)", "$(a b) $(NAME) $", "$($$) $(NAME", "$$$$", "$(NAME)$(NAME)",
            "$(NA$(NAME)",
        ]
    )
    func roundTrip(text: String) {
        #expect(VariableReferences.expanded(VariableReferences.escaped(text), ["NAME": "value"]) == text)
    }
}
