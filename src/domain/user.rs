//! People who may open the book, and what they may do in it.

use super::book::codes;

codes!(
    /// What somebody may do in a book; one person may have several roles.
    Role, "err-role", "role-",
    /// Manages users, restores backups; may do everything else as well.
    Admin = "admin",
    /// Keeps the register, the meetings, the elections.
    Secretary = "secretary",
    /// Keeps the money.
    Treasurer = "treasurer",
    /// Enters data under the secretary's or the treasurer's eye.
    Clerk = "clerk",
    /// Reads and verifies everything, changes nothing.
    Auditor = "auditor",
);

/// Reads roles separated by commas or blanks.
///
/// # Errors
/// `err-role` with the first word that is no role.
pub fn parse_roles(text: &str) -> Result<Vec<Role>, super::Text> {
    let mut roles: Vec<Role> =
        text.split([',', ' ', ';']).filter(|w| !w.is_empty()).map(Role::from_code).collect::<Result<_, _>>()?;
    roles.sort_unstable();
    roles.dedup();
    Ok(roles)
}

/// Roles as they are stored: codes separated by commas.
pub fn roles_text(roles: &[Role]) -> String {
    roles.iter().map(|r| r.code()).collect::<Vec<_>>().join(",")
}

/// Whose eyes read: every reading path of the store is filtered by it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewer {
    /// The user, or `None` for somebody the book does not know.
    pub user_id: Option<i64>,
    /// The user's roles.
    pub roles: Vec<Role>,
}

impl Viewer {
    /// Whether this person holds one of `roles`; an administrator holds all.
    pub fn has_any(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|r| *r == Role::Admin || roles.contains(r))
    }
}

/// Who acts: the user, the system's user and the running program that an act is signed with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// Who reads and writes.
    pub viewer: Viewer,
    /// The user's name in the book; empty for somebody the book does not know.
    pub name: String,
    /// The name the operating system knows.
    pub system_user: String,
    /// Which running program: host, process number and start.
    pub id: String,
    /// Whether the user has shown a PIN in this session, or has none.
    pub proved: bool,
}
