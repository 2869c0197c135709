//! A user of the book: name, roles, the name the operating system knows.

use crate::{
    command,
    domain::{
        Text,
        fold::{clean, fold},
        user::{Role, parse_roles, roles_text},
    },
    store::{self, Reader, user::User},
    text::Lang,
    tui::{
        screen::{Cx, Outcome},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, drop_kept},
    },
};

/// Fields of a new user; a known one keeps the name, which stands under acts.
static FIELDS: [Spec; 3] = [
    Spec { code: "name", label: "field-user-name", kind: Kind::Text, hint: "", required: true },
    Spec { code: "role", label: "field-user-role", kind: Kind::Choice, hint: "hint-user-role", required: true },
    Spec { code: "system", label: "field-system-user", kind: Kind::Text, hint: "hint-system-user", required: false },
];

/// What the form changes.
pub struct UserDraft {
    user: User,
    before: User,
}

impl UserDraft {
    /// A user; with id 0 a new one.
    pub fn new(user: User) -> Self {
        Self { before: user.clone(), user }
    }

    /// How many of [`FIELDS`] are not shown.
    fn skipped(&self) -> usize {
        FIELDS.len() - self.fields().len()
    }
}

impl Draft for UserDraft {
    const FORM: &'static str = "user";

    fn fields(&self) -> &[Spec] {
        if self.user.id == 0 { &FIELDS } else { &FIELDS[1..] }
    }
    fn title(&self, lang: &Lang) -> String {
        let name = if self.user.id == 0 { lang.label("user-new") } else { &self.user.name };
        format!("{} › {} › {name}", lang.label("cmd-settings"), lang.label("setting-users"))
    }
    fn show(&self, at: usize) -> String {
        match at + self.skipped() {
            0 => self.user.name.clone(),
            1 => roles_text(&self.user.roles),
            _ => self.user.system_user.clone(),
        }
    }
    fn set(&mut self, at: usize, typed: &str, _: &Cx) -> Result<(), Text> {
        match at + self.skipped() {
            0 => self.user.name = clean(typed),
            1 => self.user.roles = parse_roles(typed)?,
            _ => self.user.system_user = clean(typed),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for (field, missing, id) in [
            (0, fold(&self.user.name).is_empty(), "err-user-name"),
            (1 - self.skipped(), self.user.roles.is_empty(), "err-user-role"),
        ] {
            if missing {
                remarks.push(Remark { field, text: Text::new(id), is_error: true });
            }
        }
        remarks
    }
    fn choices(&self, _: usize) -> Vec<(&'static str, &'static str)> {
        Role::ALL.iter().map(|r| (r.code(), r.text_id())).collect()
    }
    fn base(&self) -> Option<(i64, i64)> {
        (self.user.id != 0).then_some((self.user.id, self.user.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.before.rev = rev;
    }
    fn theirs(&self, reader: &Reader) -> store::Result<Option<Self>> {
        if self.user.id == 0 { Ok(None) } else { Ok(Some(Self::new(reader.user(self.user.id)?))) }
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (user, before) = (self.user.clone(), self.before.clone());
        Box::new(move |store, session, _| {
            let mut id = user.id;
            if id == 0 {
                id = command::user::add(store, session, &user.name, &user.roles, &user.system_user, None)?;
            } else if before.roles == user.roles {
                command::user::system(store, session, &before, &user.system_user)?;
            } else {
                // both in one act, so that one undo takes both back
                let bound = User { system_user: user.system_user.clone(), ..before };
                command::user::role(store, session, &bound, &user.roles)?;
            }
            drop_kept(store, draft)?;
            Ok(Outcome::Saved { id, said: Text::new("say-saved").with("name", user.name) })
        })
    }
}
