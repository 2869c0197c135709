//! Sites, teams and households by their names. Each comes into being with the first member of whom it is said.

use super::{Act, Error, Reader, Result, some};
use crate::domain::{Text, fold::fold};
use rusqlite::{OptionalExtension, Row, params};

impl Reader {
    /// All sites in order of their names.
    pub fn sites(&self) -> Result<Vec<(i64, String)>> {
        const SITES: &str = "SELECT id, name FROM site ORDER BY name_key, id";
        let mut statement = self.conn.prepare_cached(SITES)?;
        let sites = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(sites.collect::<Result<_, _>>()?)
    }

    /// The names of all teams in their order, each once: teams of different sites may bear one.
    pub fn team_names(&self) -> Result<Vec<String>> {
        const NAMES: &str = "SELECT name FROM team GROUP BY name_key ORDER BY name_key";
        let mut statement = self.conn.prepare_cached(NAMES)?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The site of that name; accents and case do not matter.
    pub fn site_by_name(&self, name: &str) -> Result<Option<i64>> {
        const BY_NAME: &str = "SELECT id FROM site WHERE name_key = ?1";
        Ok(self.conn.prepare_cached(BY_NAME)?.query_row([fold(name)], |row| row.get(0)).optional()?)
    }
}

impl Reader {
    /// Whether a site has a team of that name that still works; accents and case do not matter.
    pub(super) fn has_team(&self, site: &str, team: &str) -> Result<bool> {
        const TEAM: &str = "SELECT 1 FROM team WHERE name_key = ?2 AND closed_on IS NULL
            AND ifnull(site_id, 0) = ifnull((SELECT id FROM site WHERE name_key = ?1), 0)";
        Ok(self.conn.prepare_cached(TEAM)?.exists([fold(site), fold(team)])?)
    }

    /// The names of the teams of a site.
    pub fn teams_of(&self, site: &str) -> Result<Vec<String>> {
        const TEAMS: &str = "SELECT name FROM team WHERE closed_on IS NULL
            AND site_id IS (SELECT id FROM site WHERE name_key = ?1) ORDER BY name_key";
        self.names(TEAMS, &fold(site))
    }

    /// Households whose name begins as typed, at most twenty.
    pub fn households(&self, typed: &str) -> Result<Vec<String>> {
        const NAMES: &str =
            "SELECT name FROM household WHERE name_key >= ?1 AND name_key < ?1 || '{' ORDER BY name_key LIMIT 20";
        self.names(NAMES, &fold(typed))
    }

    /// The household of that name; accents and case do not matter.
    pub fn household_by_name(&self, name: &str) -> Result<Option<i64>> {
        const BY_NAME: &str = "SELECT id FROM household WHERE name_key = ?1";
        Ok(self.conn.prepare_cached(BY_NAME)?.query_row([fold(name)], |row| row.get(0)).optional()?)
    }

    /// Somebody's household: id and name.
    pub fn household_of(&self, member: i64) -> Result<Option<(i64, String)>> {
        const HOUSEHOLD: &str = "SELECT h.id, h.name FROM member m JOIN household h ON h.id = m.household_id
            WHERE m.id = ?1";
        let found = |row: &Row| Ok((row.get(0)?, row.get(1)?));
        Ok(self.conn.prepare_cached(HOUSEHOLD)?.query_row([member], found).optional()?)
    }

    fn names(&self, sql: &str, value: &str) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_map([value], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

impl Act<'_> {
    /// The site of that name, new if need be; `None` for a blank.
    pub fn site(&self, name: &str) -> Result<Option<i64>> {
        const INSERT: &str = "INSERT INTO site (id, name, name_key) VALUES (?1, ?2, ?3)";
        self.named("site", &fold(name), self.site_by_name(name)?, |id, key| {
            self.conn.prepare_cached(INSERT)?.execute(params![id, name, key])
        })
    }

    /// The team of that name at a site, new if need be; `None` for a blank. Teams of different sites may bear one name.
    pub(super) fn team(&self, name: &str, site: Option<i64>) -> Result<Option<i64>> {
        const FIND: &str = "SELECT id FROM team WHERE name_key = ?1 AND site_id IS ?2";
        const INSERT: &str = "INSERT INTO team (id, name, name_key, site_id) VALUES (?1, ?2, ?3, ?4)";
        let key = fold(name);
        let found = self.conn.prepare_cached(FIND)?.query_row(params![key, site], |row| row.get(0)).optional()?;
        self.named("team", &key, found, |id, key| {
            self.conn.prepare_cached(INSERT)?.execute(params![id, name, key, site])
        })
    }

    /// The household of that name, new if need be and then in this village; `None` for a blank.
    pub(super) fn household(&self, name: &str, village: &str) -> Result<Option<i64>> {
        const INSERT: &str = "INSERT INTO household (id, name, name_key, village) VALUES (?1, ?2, ?3, ?4)";
        self.named("household", &fold(name), self.household_by_name(name)?, |id, key| {
            self.conn.prepare_cached(INSERT)?.execute(params![id, name, key, some(village)])
        })
    }

    /// What was found of a name, or what `insert` writes under a new id; `None` for a blank.
    fn named(
        &self,
        table: &str,
        key: &str,
        found: Option<i64>,
        insert: impl FnOnce(i64, &str) -> rusqlite::Result<usize>,
    ) -> Result<Option<i64>> {
        if key.is_empty() || found.is_some() {
            return Ok(found);
        }
        let id = self.next_id(table)?;
        insert(id, key)?;
        Ok(Some(id))
    }
}

/// Brings the folded name of a row up to date, and leaves nobody behind in a team that is put back at another site.
pub(super) fn settle(act: &Act, table: &str, id: i64) -> Result<()> {
    const LEFT: &str =
        "SELECT 1 FROM member WHERE team_id = ?1 AND site_id IS NOT (SELECT site_id FROM team WHERE id = ?1)";
    let name =
        act.conn.query_row(&format!("SELECT name FROM {table} WHERE id = ?1"), [id], |row| row.get(0)).optional()?;
    let Some(name): Option<String> = name else { return Ok(()) };
    act.conn.execute(&format!("UPDATE {table} SET name_key = ?2 WHERE id = ?1"), params![id, fold(&name)])?;
    if table == "team" && act.conn.prepare_cached(LEFT)?.exists([id])? {
        return Err(Error::Invalid(Text::new("err-team-site").with("name", name)));
    }
    Ok(())
}

/// Names the rows whose folded name does not follow from the name.
pub(super) fn stale(reader: &Reader, table: &str, found: &mut dyn FnMut(i64)) -> Result<()> {
    let mut statement = reader.conn.prepare(&format!("SELECT id, name, name_key FROM {table}"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (name, key): (String, Option<String>) = (row.get(1)?, row.get(2)?);
        if key != Some(fold(&name)) {
            found(row.get(0)?);
        }
    }
    Ok(())
}
