//! The fields by which people sign in the forms of money: who, and how the second does it. That a PIN was meant is kept
//! with the draft, the PIN is not.

use crate::{
    command::cosign::{Proof, signer},
    domain::{
        Text,
        choice::{Choices, choices},
        fold::fold,
        signed::{How, Signed},
        takes::Takes,
    },
    store,
    tui::{
        screen::{Cx, meetings::people},
        widget::draft::{Kind, Spec, choices as listed, matching},
    },
};

/// How the second signs, as the forms offer it.
static HOWS: Choices = choices!("how-";
    "ink" => ["encre"],
    "pin" => ["code"],
);

/// The other who signs.
pub const SECOND: Spec = Spec::new("second", "sign-second", Kind::Proposals, "hint-second");
/// In ink or with a PIN.
pub const HOW: Spec = Spec::new("how", "sign-how", Kind::Choice, "");
/// The PIN.
pub const PIN: Spec = Spec::new("pin", "sign-pin", Kind::Pin, "");

/// What those fields hold, and `first`.
pub struct Signing {
    /// Who.
    pub names: Signed,
    how: How,
    pin: String,
}

impl Signing {
    /// Whoever sits here, and in ink.
    pub fn new(cx: &Cx) -> Self {
        let names = Signed { first: cx.session.name.clone(), ..Signed::default() };
        Self { names, how: How::Ink, pin: String::new() }
    }

    /// One of the fields.
    pub fn show(&self, code: &str) -> String {
        match code {
            "first" => self.names.first.clone(),
            "second" => self.names.second.clone(),
            "how" => self.how.code().to_owned(),
            _ => self.pin.clone(),
        }
    }

    /// In which ways the second may sign.
    pub fn choices() -> Vec<(&'static str, &'static str)> {
        listed(Some(Takes::One(HOWS)))
    }

    /// The users of the book, and the members who may be meant.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn proposals(typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        let users = cx.reader.users()?;
        let others = users.iter().map(|user| user.name.as_str()).filter(|name| fold(name) != fold(&cx.session.name));
        let mut found = matching(others, typed);
        found.extend(people::proposals(typed, cx)?);
        Ok(found)
    }

    /// Reads one of the fields.
    ///
    /// # Errors
    /// That nobody like that may sign.
    pub fn set(&mut self, code: &str, typed: &str, cx: &Cx) -> Result<(), Text> {
        let name = || signer(&cx.reader, typed).map(|signer| signer.name).map_err(|error| error.text());
        match code {
            "first" => self.names.first = name()?,
            "second" => self.names.second = name()?,
            "how" => self.how = How::from_code(&Takes::One(HOWS).read(typed, &cx.reading())?)?,
            _ => typed.clone_into(&mut self.pin),
        }
        Ok(())
    }

    /// What is against it that so many people have signed: the field, and why.
    pub fn fault(&self, signers: usize) -> Option<(&'static str, Text)> {
        if let Err(text) = self.names.check(signers) {
            return Some((if text.id == "err-sign-first" { "first" } else { SECOND.code }, text));
        }
        match (self.how, self.pin.is_empty()) {
            (How::Pin, _) if self.names.second.is_empty() => Some((SECOND.code, Text::new("err-sign-second"))),
            (How::Pin, true) => Some((PIN.code, Text::new("err-sign-pin").with("name", &*self.names.second))),
            (How::Ink, false) => Some((HOW.code, Text::new("err-sign-how"))),
            _ => None,
        }
    }

    /// How the second signs.
    pub fn proof(&self) -> Proof {
        match self.how {
            How::Ink => Proof::Ink,
            How::Pin => Proof::Pin(self.pin.clone()),
        }
    }
}
