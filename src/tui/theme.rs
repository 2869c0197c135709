//! What things look like, asked by meaning: sixteen colours at most, never the background, and a variant without colour.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Hints, labels, rules.
    Muted,
    /// Headings and the current area.
    Title,
    /// The selected row.
    Selected,
    /// A key that can be pressed.
    Key,
    /// Done, in order.
    Good,
    /// Worth a look.
    Warn,
    /// Wrong or overdue.
    Bad,
}

/// How colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    mono: bool,
}

impl Theme {
    /// With colours, or with none.
    pub const fn new(mono: bool) -> Self {
        Self { mono }
    }

    /// As the environment asks: `NO_COLOR` (no-color.org) and terminals that have none.
    pub fn from_env(env: impl Fn(&str) -> Option<String>) -> Self {
        let no_color = env("NO_COLOR").is_some_and(|v| !v.is_empty());
        let term = env("TERM").unwrap_or_default();
        Self::new(no_color || term == "dumb" || term.starts_with("vt"))
    }

    /// The style of a meaning.
    pub fn style(self, role: Role) -> Style {
        let style = Style::new();
        let (color, plain) = match role {
            Role::Text => (style, style),
            Role::Muted => (style.fg(Color::DarkGray), style),
            Role::Title | Role::Key => (style.add_modifier(Modifier::BOLD), style.add_modifier(Modifier::BOLD)),
            // one colour over the whole row, whatever stands in it
            Role::Selected => {
                let reversed = style.fg(Color::Reset).add_modifier(Modifier::REVERSED);
                (reversed, reversed)
            }
            Role::Good => (style.fg(Color::Green), style),
            Role::Warn => (style.fg(Color::Yellow), style.add_modifier(Modifier::BOLD)),
            Role::Bad => (style.fg(Color::Red), style.add_modifier(Modifier::BOLD)),
        };
        if self.mono { plain } else { color }
    }
}
