//! A PIN: typed twice, kept as a hash only.

use crate::{
    command,
    domain::Text,
    store::{self, user::User},
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec},
    },
};

static FIELDS: [Spec; 2] = [
    Spec::new("pin", "field-pin", Kind::Pin, "hint-pin").required(),
    Spec::new("again", "field-pin-again", Kind::Pin, "").required(),
];

/// Shortest PIN.
pub const SHORTEST: usize = 4;

/// What the form changes.
pub struct PinDraft {
    user: User,
    pins: [String; 2],
}

impl PinDraft {
    /// The PIN of whoever sits at the keyboard.
    ///
    /// # Errors
    /// When nobody the book knows does.
    pub fn mine(cx: &Cx) -> store::Result<Self> {
        let user = cx.reader.user(cx.session.viewer.user_id.unwrap_or(0))?;
        Ok(Self { user, pins: Default::default() })
    }
}

/// What is wrong with a PIN and its repetition, if anything: the place of the field and why.
pub fn fault(pins: &[String; 2]) -> Option<(usize, Text)> {
    if pins[0].chars().count() < SHORTEST {
        return Some((0, Text::new("err-pin-short").with("least", SHORTEST)));
    }
    (pins[0] != pins[1]).then(|| (1, Text::new("err-pin-differs")))
}

impl Draft for PinDraft {
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        &FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label("cmd-settings"), lang.label("setting-pin"))
    }
    fn show(&self, at: usize) -> String {
        self.pins[at].clone()
    }
    fn set(&mut self, at: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        typed.clone_into(&mut self.pins[at]);
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        fault(&self.pins).into_iter().map(|(field, text)| Remark::error(field, text)).collect()
    }
    fn save(&self, _: Option<String>) -> Saving {
        let (user, pin) = (self.user.clone(), self.pins[0].clone());
        Box::new(move |store, session, _| {
            command::user::set_pin(store, session, &user, Some(&pin))?;
            Ok(Outcome::Saved { id: user.id, said: Text::new("say-pin") })
        })
    }
}
