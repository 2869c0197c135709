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
        screen::{Cx, Outcome, meetings::people},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, drop_kept},
    },
};

/// Fields of a new user; a known one keeps the name, which stands under acts.
static FIELDS: [Spec; 4] = [
    Spec::new("name", "field-user-name", Kind::Text, "").required(),
    Spec::new("role", "field-user-role", Kind::Choice, "hint-user-role").required(),
    Spec::new("system", "field-system-user", Kind::Text, "hint-system-user"),
    Spec::new("member", "field-user-member", Kind::Proposals, "hint-user-member"),
];

/// What the form changes.
pub struct UserDraft {
    user: User,
    before: User,
    /// Number and name of the member that the user is.
    member: String,
}

impl UserDraft {
    /// A user; with id 0 a new one.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(user: User, reader: &Reader) -> store::Result<Self> {
        let member = user.member.map(|id| Ok::<_, store::Error>(reader.member(id)?.heading())).transpose()?;
        Ok(Self { before: user.clone(), user, member: member.unwrap_or_default() })
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
            2 => self.user.system_user.clone(),
            _ => self.member.clone(),
        }
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        Ok(people::find(typed.trim(), cx)?.iter().map(people::heading).collect())
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at + self.skipped() {
            0 => self.user.name = clean(typed),
            1 => self.user.roles = parse_roles(typed)?,
            2 => self.user.system_user = clean(typed),
            _ => (self.user.member, self.member) = people::chosen(typed, cx)?,
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
                remarks.push(Remark::error(field, Text::new(id)));
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
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        if self.user.id == 0 { Ok(None) } else { Self::new(cx.reader.user(self.user.id)?, &cx.reader).map(Some) }
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (user, before) = (self.user.clone(), self.before.clone());
        Box::new(move |store, session, _| {
            let mut id = user.id;
            if id == 0 {
                id = command::user::add(store, session, &user.name, &user.roles, &user.system_user, None)?;
            }
            let before = if user.id == 0 { store.user(id)? } else { before };
            // all in one act, so that one undo takes all back
            let changed = User { system_user: user.system_user.clone(), member: user.member, ..before.clone() };
            if before.roles != user.roles {
                command::user::role(store, session, &changed, &user.roles)?;
            } else if before.system_user != user.system_user {
                command::user::system(store, session, &changed, &user.system_user)?;
            } else if before.member != user.member {
                command::user::bind(store, session, &before, user.member)?;
            }
            drop_kept(store, draft)?;
            Ok(Outcome::Saved { id, said: Text::new("say-saved").with("name", user.name) })
        })
    }
}
