//! From a key that is pressed to its command: the table with the configuration over it, and keys as the table writes them.

use super::{BINDINGS, Binding, Cmd, Scope};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The table with the keys of the configuration file put over it.
pub struct Keymap {
    /// Keys that the configuration gives to a command, instead of the table's.
    own: Vec<(Scope, Cmd, String)>,
}

impl Keymap {
    /// The table as it is.
    pub const fn standard() -> Self {
        Self { own: Vec::new() }
    }

    /// The table with the rows of the configuration: `"list.open" = "enter o"`.
    ///
    /// # Errors
    /// The first name or key that means nothing.
    pub fn with<'a>(rows: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Self, String> {
        let mut own = Vec::new();
        for (name, keys) in rows {
            let found = name.split_once('.').and_then(|(scope, id)| {
                BINDINGS.iter().find(|b| {
                    format!("{:?}", b.scope).eq_ignore_ascii_case(scope)
                        && b.cmd.text_id().split_once('-').is_some_and(|(_, rest)| rest == id)
                })
            });
            let Some(binding) = found else { return Err(name.to_owned()) };
            if let Some(bad) = keys.split(' ').find(|k| parse(k).is_none()) {
                return Err(bad.to_owned());
            }
            own.push((binding.scope, binding.cmd, keys.to_owned()));
        }
        Ok(Self { own })
    }

    /// The keys of a binding, the first being the one that is shown.
    pub fn keys<'a>(&'a self, binding: &'a Binding) -> &'a str {
        let own = self.own.iter().find(|(scope, cmd, _)| *scope == binding.scope && *cmd == binding.cmd);
        own.map_or(binding.keys, |(_, _, keys)| keys)
    }

    /// The command of a key. While somebody types, plain characters are text and never match.
    pub fn lookup(&self, scope: Scope, key: KeyEvent, typing: bool) -> Option<Cmd> {
        let plain = matches!(key.code, KeyCode::Char(_))
            && !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        if typing && plain {
            return None;
        }
        let pressed = normal(key);
        active(scope).find(|b| self.keys(b).split(' ').any(|k| parse(k) == Some(pressed))).map(|b| b.cmd)
    }
}

/// Bindings live in `scope`, the screen's own first; a global one whose command the screen binds itself is left out.
pub fn active(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    let own = BINDINGS.iter().filter(move |b| b.scope == scope);
    let shadowed = move |cmd| BINDINGS.iter().any(|b| b.scope == scope && b.cmd == cmd);
    own.chain(BINDINGS.iter().filter(move |b| b.scope == Scope::Global && !shadowed(b.cmd)))
}

/// Bindings that are shown for `scope`: those whose first key does not do something else there.
pub fn shown(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    let taken = move |binding: &Binding| {
        let first = binding.keys.split(' ').next();
        BINDINGS.iter().any(|own| own.scope == scope && own.keys.split(' ').any(|key| Some(key) == first))
    };
    active(scope).filter(move |b| b.scope == scope || !taken(b))
}

/// A key without what differs between terminals: Shift is part of the character, Shift-Tab has one name.
fn normal(key: KeyEvent) -> (KeyCode, KeyModifiers) {
    match key.code {
        KeyCode::BackTab => (KeyCode::BackTab, KeyModifiers::NONE),
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => {
            (KeyCode::Char(c.to_ascii_lowercase()), KeyModifiers::CONTROL)
        }
        code => (code, key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT)),
    }
}

/// Reads a key as the table writes it: `ctrl-p`, `shift-tab`, `f2`, `é`.
pub fn parse(text: &str) -> Option<(KeyCode, KeyModifiers)> {
    if text == "shift-tab" {
        return Some((KeyCode::BackTab, KeyModifiers::NONE));
    }
    let (mut mods, mut rest) = (KeyModifiers::NONE, text);
    while let Some((name, r)) = rest.split_once('-').filter(|(name, r)| !name.is_empty() && !r.is_empty()) {
        mods |= match name {
            "ctrl" => KeyModifiers::CONTROL,
            "alt" => KeyModifiers::ALT,
            _ => return None,
        };
        rest = r;
    }
    let code = match rest {
        "esc" => KeyCode::Esc,
        "enter" => KeyCode::Enter,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "delete" => KeyCode::Delete,
        "backspace" => KeyCode::Backspace,
        "space" => KeyCode::Char(' '),
        f if f.len() > 1 && f.starts_with('f') => KeyCode::F(f[1..].parse().ok()?),
        c => {
            let mut letters = c.chars();
            let letter = letters.next()?;
            if letters.next().is_some() {
                return None;
            }
            KeyCode::Char(letter)
        }
    };
    Some((code, mods))
}

/// The digit that an AZERTY key of the top row gives with Shift, for fields that take numbers.
pub const fn azerty_digit(typed: char) -> char {
    match typed {
        '&' => '1',
        'é' => '2',
        '"' => '3',
        '\'' => '4',
        '(' => '5',
        '-' | '§' => '6',
        'è' => '7',
        '_' | '!' => '8',
        'ç' => '9',
        'à' => '0',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_parses_and_is_unique_in_its_scope() {
        let mut seen = vec![];
        for binding in BINDINGS {
            for key in binding.keys.split(' ') {
                let parsed = parse(key).unwrap_or_else(|| panic!("bad key {key}"));
                assert!(!seen.contains(&(binding.scope, parsed)), "{key} bound twice in {:?}", binding.scope);
                seen.push((binding.scope, parsed));
            }
        }
    }

    #[test]
    fn plain_characters_are_text_while_typing() {
        let map = Keymap::standard();
        let key = |c, m| KeyEvent::new(KeyCode::Char(c), m);
        assert_eq!(map.lookup(Scope::Form, key('1', KeyModifiers::NONE), true), None);
        assert_eq!(map.lookup(Scope::Form, key('2', KeyModifiers::ALT), true), Some(Cmd::Area(1)));
        assert_eq!(map.lookup(Scope::List, key('é', KeyModifiers::NONE), false), Some(Cmd::Area(1)));
        assert_eq!(map.lookup(Scope::Form, key('S', KeyModifiers::CONTROL), true), Some(Cmd::Save));
        assert_eq!(map.lookup(Scope::List, key('?', KeyModifiers::SHIFT), false), Some(Cmd::Help));
    }

    #[test]
    fn the_configuration_replaces_keys() {
        let map = Keymap::with([("list.open", "o")].into_iter()).unwrap();
        let key = |code| KeyEvent::new(code, KeyModifiers::NONE);
        assert_eq!(map.lookup(Scope::List, key(KeyCode::Char('o')), false), Some(Cmd::Open));
        assert_eq!(map.lookup(Scope::List, key(KeyCode::Enter), false), None);
        assert_eq!(Keymap::with([("list.nothing", "o")].into_iter()).err(), Some("list.nothing".into()));
        assert_eq!(Keymap::with([("list.open", "strg-o")].into_iter()).err(), Some("strg-o".into()));
    }

    #[test]
    fn the_top_row_of_azerty_counts() {
        assert_eq!("&é\"'(-è_çà".chars().map(azerty_digit).collect::<String>(), "1234567890");
    }
}
