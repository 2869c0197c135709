//! People who may open the book.

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::{
    Text,
    user::{Role, Viewer, parse_roles, roles_text},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

/// A user as the book holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct User {
    /// Identity in the book.
    pub id: i64,
    /// Counts the changes.
    pub rev: i64,
    /// The name acts are signed with.
    pub name: String,
    /// What the user may do.
    pub roles: Vec<Role>,
    /// The name the operating system knows, if it stands for this user; empty otherwise.
    pub system_user: String,
    /// The member that the user is, if it is one.
    pub member: Option<i64>,
    /// Whether there is a PIN.
    pub has_pin: bool,
}

const USERS: &str =
    "SELECT id, rev, name, roles, system_user, EXISTS (SELECT 1 FROM user_pin WHERE user_id = id), member_id
    FROM user
    WHERE removed_on IS NULL";

fn from_row(row: &Row) -> rusqlite::Result<Result<User>> {
    let (id, roles): (i64, String) = (row.get(0)?, row.get(3)?);
    let Ok(roles) = parse_roles(&roles) else { return Ok(Err(strange("user", id, "roles"))) };
    Ok(Ok(User {
        id,
        rev: row.get(1)?,
        name: row.get(2)?,
        roles,
        system_user: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        has_pin: row.get(5)?,
        member: row.get(6)?,
    }))
}

impl Reader {
    /// All users in order of their names.
    pub fn users(&self) -> Result<Vec<User>> {
        let mut statement = self.conn.prepare(&format!("{USERS} ORDER BY name COLLATE NOCASE"))?;
        let users = statement.query_map([], from_row)?;
        users.map(|user| user?).collect()
    }

    /// One user.
    pub fn user(&self, id: i64) -> Result<User> {
        self.one_user("id = ?1", id)?.ok_or(Error::NotFound)
    }

    /// The user of that name; case does not matter.
    pub fn user_by_name(&self, name: &str) -> Result<Option<User>> {
        self.one_user("name = ?1 COLLATE NOCASE", name)
    }

    /// The user that a name of the operating system stands for.
    pub fn user_by_system(&self, system_user: &str) -> Result<Option<User>> {
        self.one_user("system_user = ?1 ORDER BY id", system_user)
    }

    /// The user that a member is.
    pub fn user_of_member(&self, member: i64) -> Result<Option<User>> {
        self.one_user("member_id = ?1 ORDER BY id", member)
    }

    /// What a user may do now; `None` for somebody the book does not know, or no longer.
    pub fn viewer_of(&self, user_id: i64) -> Result<Option<Viewer>> {
        let user = self.one_user("id = ?1", user_id)?;
        Ok(user.map(|user| Viewer { user_id: Some(user.id), roles: user.roles }))
    }

    /// The hash of a user's PIN, for the one function that verifies it.
    pub(crate) fn pin_hash(&self, user_id: i64) -> Result<Option<String>> {
        const HASH: &str = "SELECT hash FROM user_pin WHERE user_id = ?1";
        Ok(self.conn.query_row(HASH, [user_id], |row| row.get(0)).optional()?)
    }

    fn one_user(&self, which: &str, value: impl rusqlite::ToSql) -> Result<Option<User>> {
        self.conn.prepare(&format!("{USERS} AND {which}"))?.query_row([value], from_row).optional()?.transpose()
    }
}

impl Act<'_> {
    /// Writes a new user and returns the id.
    pub fn insert_user(&self, name: &str, roles: &[Role], system_user: &str) -> Result<i64> {
        const INSERT: &str = "INSERT INTO user (id, name, roles, system_user) VALUES (?1, ?2, ?3, ?4)";
        if self.user_by_name(name)?.is_some() {
            return Err(Error::Invalid(Text::new("err-user-exists").with("name", name)));
        }
        let id = self.next_id("user")?;
        self.conn.execute(INSERT, params![id, name, roles_text(roles), some(system_user)])?;
        Ok(id)
    }

    /// Changes name, roles, system user and the member that the user is; needs the `rev` that was read.
    pub fn update_user(&self, user: &User) -> Result<()> {
        const UPDATE: &str = "UPDATE user SET name = ?3, roles = ?4, system_user = ?5, member_id = ?6, rev = rev + 1
            WHERE id = ?1 AND rev = ?2 AND removed_on IS NULL";
        if let Some(other) = user.member.map(|member| self.user_of_member(member)).transpose()?.flatten()
            && other.id != user.id
        {
            return Err(Error::Invalid(Text::new("err-user-member").with("name", other.name)));
        }
        let roles = roles_text(&user.roles);
        let values = params![user.id, user.rev, user.name, roles, some(&user.system_user), user.member];
        let changed = self.conn.execute(UPDATE, values)?;
        if changed == 1 { settle(self, user.id) } else { Err(Error::Stale) }
    }

    /// Takes a user out of the book; what the user signed stays signed.
    pub fn remove_user(&self, id: i64, rev: i64, on: NaiveDate) -> Result<()> {
        const REMOVE: &str = "UPDATE user SET removed_on = ?3, rev = rev + 1
            WHERE id = ?1 AND rev = ?2 AND removed_on IS NULL";
        let changed = self.conn.execute(REMOVE, params![id, rev, on.to_string()])?;
        if changed == 1 { settle(self, id) } else { Err(Error::Stale) }
    }

    /// Keeps the hash of a user's PIN, or takes the PIN away.
    pub(crate) fn set_pin_hash(&self, user_id: i64, hash: Option<&str>) -> Result<()> {
        const SET: &str = "INSERT INTO user_pin VALUES (?1, ?2) ON CONFLICT DO UPDATE SET hash = excluded.hash";
        match hash {
            Some(hash) => self.conn.execute(SET, params![user_id, hash])?,
            None => self.conn.execute("DELETE FROM user_pin WHERE user_id = ?1", [user_id])?,
        };
        Ok(())
    }
}

/// A book keeps an administrator, also through an undo.
pub(super) fn settle(act: &Act, _: i64) -> Result<()> {
    if act.users()?.iter().any(|user| user.roles.contains(&Role::Admin)) {
        return Ok(());
    }
    Err(Error::invalid("err-last-admin"))
}
