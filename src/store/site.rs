//! Sites where members work. A site comes into being with the first member of whom it is said.

use super::{Act, Error, Reader, Result};
use crate::domain::{Text, fold::fold};
use rusqlite::{OptionalExtension, params};

impl Reader {
    /// All sites in order of their names.
    pub fn sites(&self) -> Result<Vec<(i64, String)>> {
        const SITES: &str = "SELECT id, name FROM site ORDER BY name_key, id";
        let mut statement = self.conn.prepare_cached(SITES)?;
        let sites = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(sites.collect::<Result<_, _>>()?)
    }

    /// The site of that name; accents and case do not matter.
    pub fn site_by_name(&self, name: &str) -> Result<Option<i64>> {
        const BY_NAME: &str = "SELECT id FROM site WHERE name_key = ?1";
        Ok(self.conn.prepare_cached(BY_NAME)?.query_row([fold(name)], |row| row.get(0)).optional()?)
    }
}

impl Act<'_> {
    /// The site of that name, new if need be; `None` for a blank.
    pub fn site(&self, name: &str) -> Result<Option<i64>> {
        if name.is_empty() {
            return Ok(None);
        }
        Ok(Some(match self.site_by_name(name)? {
            Some(id) => id,
            None => self.insert_site(name)?,
        }))
    }

    /// Writes a new site; a name that is taken is refused.
    pub fn insert_site(&self, name: &str) -> Result<i64> {
        const INSERT: &str = "INSERT INTO site (id, name, name_key) VALUES (?1, ?2, ?3)";
        let key = fold(name);
        if key.is_empty() {
            return Err(Error::invalid("err-site-name"));
        }
        if self.site_by_name(name)?.is_some() {
            return Err(Error::Invalid(Text::new("err-site-exists").with("name", name)));
        }
        let id = self.next_id("site")?;
        self.conn.prepare_cached(INSERT)?.execute(params![id, name, key])?;
        Ok(id)
    }
}

/// Brings the folded name of a row up to date.
pub(super) fn settle(act: &Act, table: &str, id: i64) -> Result<()> {
    let name =
        act.conn.query_row(&format!("SELECT name FROM {table} WHERE id = ?1"), [id], |row| row.get(0)).optional()?;
    let Some(name): Option<String> = name else { return Ok(()) };
    act.conn.execute(&format!("UPDATE {table} SET name_key = ?2 WHERE id = ?1"), params![id, fold(&name)])?;
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
