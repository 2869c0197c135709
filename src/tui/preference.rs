//! What each user has chosen for the screen, kept in the book for this machine.

use crate::{
    domain::user::Session,
    store::{Reader, Result, Store},
};

/// Language, keyboard and colours of one user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preference {
    /// A language; empty when none was chosen.
    pub language: String,
    /// Whether the top row of the keyboard gives digits only with Shift, as in France and Belgium.
    pub azerty: bool,
    /// Whether the screen does without colours.
    pub mono: bool,
}

impl Preference {
    /// What the viewer has chosen.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn read(reader: &Reader) -> Result<Self> {
        Ok(Self {
            language: reader.preference("language")?.unwrap_or_default(),
            azerty: reader.preference("keyboard")?.as_deref() == Some("azerty"),
            mono: reader.preference("colours")?.as_deref() == Some("none"),
        })
    }

    /// Keeps what this user has chosen.
    ///
    /// # Errors
    /// When the book cannot be written.
    pub fn keep(&self, store: &mut Store, session: &Session) -> Result<()> {
        let user = session.viewer.user_id;
        store.set_preference(user, "language", &self.language)?;
        store.set_preference(user, "keyboard", if self.azerty { "azerty" } else { "qwerty" })?;
        store.set_preference(user, "colours", if self.mono { "none" } else { "sixteen" })
    }
}
