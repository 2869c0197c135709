//! Records that are only written down: one set of statements for every [`Noun`].

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::{
    Text,
    amount::Amount,
    fold::fold,
    noun::{Attribute, Entry, Noun, Owner},
    takes::Takes,
};
use rusqlite::{OptionalExtension, Row, params, params_from_iter, types::Value};
use std::borrow::Cow;

/// The expression that reads a field.
fn expression(attribute: &Attribute) -> String {
    let code = attribute.code;
    match attribute.takes {
        Takes::Amount => format!("{code}_minor || ' ' || {code}_currency"),
        Takes::Site => "(SELECT name FROM site WHERE id = site_id)".to_owned(),
        Takes::Team => "(SELECT name FROM team WHERE id = team_id)".to_owned(),
        Takes::Organ => "(SELECT name FROM organ WHERE id = organ_id)".to_owned(),
        Takes::Fund => "(SELECT name FROM fund WHERE id = fund_id)".to_owned(),
        _ => code.to_owned(),
    }
}

/// The columns that a field fills, with what goes into them.
fn columns(act: &Act, entry: &Entry) -> Result<Vec<(Cow<'static, str>, Value)>> {
    let id = |id: Option<i64>| id.map_or(Value::Null, Value::Integer);
    let mut columns = Vec::new();
    for (attribute, kept) in entry.noun.attributes.iter().zip(entry.values()) {
        let code = attribute.code;
        let number = || kept.parse().map_or(Value::Null, Value::Integer);
        match attribute.takes {
            Takes::Amount => {
                let amount = Amount::parse(kept, "").ok();
                columns.push((format!("{code}_minor").into(), amount.as_ref().map_or(Value::Null, |a| a.minor.into())));
                columns.push((format!("{code}_currency").into(), amount.map_or(Value::Null, |a| a.currency.into())));
            }
            Takes::Site => columns.push(("site_id".into(), id(act.site(kept)?))),
            Takes::Team => {
                let site = act.site(entry.get("site"))?;
                columns.push(("team_id".into(), id(act.team(kept, site)?)));
            }
            Takes::Organ => columns.push(("organ_id".into(), Value::Integer(act.organ(kept)?))),
            Takes::Fund => columns.push(("fund_id".into(), id(act.fund(kept)?))),
            takes if takes.is_number() => columns.push((code.into(), number())),
            _ => columns.push((code.into(), text(kept))),
        }
    }
    match entry.noun.owner {
        Owner::Of(table) => columns.push((format!("{table}_id").into(), entry.owner.1.into())),
        Owner::Any => {
            columns.push(("owner_tbl".into(), text(entry.owner.0)));
            columns.push(("owner_id".into(), entry.owner.1.into()));
        }
        Owner::Nobody => columns.push(("name_key".into(), text(&fold(entry.get("name"))))),
    }
    Ok(columns)
}

fn text(text: &str) -> Value {
    some(text).map_or(Value::Null, |text| Value::Text(text.to_owned()))
}

/// Reads entries; the caller says which.
pub(super) fn select(noun: &Noun, which: &str) -> String {
    let owner = match noun.owner {
        Owner::Of(table) => format!("'{table}', {table}_id"),
        Owner::Any => "owner_tbl, owner_id".to_owned(),
        Owner::Nobody => "'', 0".to_owned(),
    };
    let fields: Vec<String> = noun.attributes.iter().map(expression).collect();
    format!("SELECT id, rev, {owner}, {} FROM {} WHERE {which}", fields.join(", "), noun.table)
}

/// The table of a record's owner; empty for nobody's.
///
/// # Errors
/// When there is no such table.
pub fn owner(table: &str) -> Result<&'static str> {
    if table.is_empty() { Ok("") } else { super::audit::audited(table).map(|t| t.name).ok_or(Error::NotFound) }
}

pub(super) fn read(noun: &'static Noun, row: &Row) -> Result<Entry> {
    let id = row.get(0)?;
    let owner: String = row.get(2)?;
    let owner = match noun.owner {
        Owner::Nobody => "",
        _ => self::owner(&owner).map_err(|_| strange(noun.table, id, "owner_tbl"))?,
    };
    let mut values = Vec::with_capacity(noun.attributes.len());
    for (at, attribute) in noun.attributes.iter().enumerate() {
        let kept = match row.get(at + 4)? {
            Value::Null => String::new(),
            Value::Integer(number) => number.to_string(),
            Value::Text(kept) if attribute.takes == Takes::Amount => super::member_row::amount(&kept),
            Value::Text(kept) => kept,
            _ => return Err(strange(noun.table, id, attribute.code)),
        };
        values.push(kept);
    }
    Ok(Entry::kept(noun, (id, row.get(1)?), (owner, row.get(3)?), values))
}

/// What is kept of a file beside its path, so that a later change of it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    /// Its length in bytes.
    pub size: u64,
}

impl Reader {
    /// The seal of a file.
    pub fn seal(&self, file: i64) -> Result<Seal> {
        const SEAL: &str = "SELECT hash, size FROM file WHERE id = ?1";
        let seal = |row: &Row| Ok(Seal { hash: row.get(0)?, size: row.get::<_, i64>(1)? as u64 });
        self.conn.prepare_cached(SEAL)?.query_row([file], seal).optional()?.ok_or(Error::NotFound)
    }

    /// One record of a noun.
    pub fn entry(&self, noun: &'static Noun, id: i64) -> Result<Entry> {
        let mut statement = self.conn.prepare_cached(&select(noun, "id = ?1"))?;
        let mut rows = statement.query([id])?;
        rows.next()?.map_or(Err(Error::NotFound), |row| read(noun, row))
    }

    /// The records of a noun that belong to another record, in the order in which they were entered.
    pub fn entries(&self, noun: &'static Noun, owner: (&str, i64)) -> Result<Vec<Entry>> {
        let which = match noun.owner {
            Owner::Of(table) => format!("{table}_id = ?2 AND ?1 = '{table}' ORDER BY id"),
            Owner::Any => "owner_tbl = ?1 AND owner_id = ?2 ORDER BY id".to_owned(),
            Owner::Nobody => "?1 = '' AND ?2 = 0 ORDER BY name_key, id".to_owned(),
        };
        let mut statement = self.conn.prepare_cached(&select(noun, &which))?;
        let mut rows = statement.query(params![owner.0, owner.1])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(read(noun, row)?);
        }
        Ok(entries)
    }

    /// Whether a team in which somebody works is put at another site.
    fn has_moved(&self, team: &Entry) -> Result<bool> {
        const MEMBER: &str = "SELECT 1 FROM member WHERE team_id = ?1";
        const SITE: &str = "SELECT 1 FROM team WHERE id = ?1
            AND site_id IS NOT (SELECT id FROM site WHERE name_key = ?2)";
        let site = fold(team.get("site"));
        Ok(self.conn.prepare_cached(SITE)?.exists(params![team.id, site])?
            && self.conn.prepare_cached(MEMBER)?.exists([team.id])?)
    }

    /// What the book has against a record: the field, and why. Two sites, two households or two teams of one site cannot
    /// bear one name, and nobody works at two places.
    pub fn entry_fault(&self, entry: &Entry) -> Result<Option<(&'static str, Text)>> {
        const PLACE: &str = "SELECT 1 FROM placement WHERE member_id = ?1 AND id <> ?2 AND until_on IS NULL";
        const TEAM: &str = "SELECT 1 FROM team WHERE name_key = ?1 AND id <> ?2
            AND site_id IS (SELECT id FROM site WHERE name_key = ?3)";
        let Entry { id, owner: (_, owner), .. } = entry;
        let key = fold(entry.get("name"));
        // a team that moves takes nobody with it: people move on a day
        let taken = match entry.noun.table {
            "placement" if entry.get("until_on").is_empty() => {
                let is_open = self.conn.prepare_cached(PLACE)?.exists(params![owner, id])?;
                return Ok(is_open.then(|| ("until_on", Text::new("err-place-open"))));
            }
            "team" if self.has_moved(entry)? => {
                return Ok(Some(("site", Text::new("err-team-site").with("name", entry.get("name")))));
            }
            "team" => self.conn.prepare_cached(TEAM)?.exists(params![key, id, fold(entry.get("site"))])?,
            table @ ("site" | "household" | "organ" | "account" | "fund" | "schedule" | "pad") => {
                let sql = format!("SELECT 1 FROM {table} WHERE name_key = ?1 AND id <> ?2");
                self.conn.prepare_cached(&sql)?.exists(params![key, id])?
            }
            _ => false,
        };
        Ok(taken.then(|| ("name", Text::new("err-name-taken").with("name", entry.get("name")))))
    }
}

impl Act<'_> {
    /// Writes a record: a new one when the id is 0, else the one whose `rev` was read. Returns the id. A file
    /// comes with its seal.
    pub fn put_entry(&self, entry: &Entry, seal: Option<Seal>) -> Result<i64> {
        if let Some((_, text)) = self.entry_fault(entry)? {
            return Err(Error::Invalid(text));
        }
        let id = self.write_entry(entry, seal)?;
        self.settle_owner(entry)?;
        Ok(id)
    }

    /// Writes a record without asking the book and without what follows from it.
    pub(super) fn write_entry(&self, entry: &Entry, seal: Option<Seal>) -> Result<i64> {
        let mut columns = columns(self, entry)?;
        if let Some(Seal { hash, size }) = seal {
            columns.push(("hash".into(), hash.into()));
            columns.push(("size".into(), (size as i64).into()));
            columns.push(("added_on".into(), self.today().to_string().into()));
        }
        let table = entry.noun.table;
        let (names, values): (Vec<Cow<str>>, Vec<Value>) = columns.into_iter().unzip();
        let (id, sql, head) = if entry.id == 0 {
            let id = self.next_id(table)?;
            let places: Vec<String> = (2..names.len() + 2).map(|n| format!("?{n}")).collect();
            let sql = format!("INSERT INTO {table} (id, {}) VALUES (?1, {})", names.join(", "), places.join(", "));
            (id, sql, vec![Value::Integer(id)])
        } else {
            let sets: Vec<String> = names.iter().enumerate().map(|(n, name)| format!("{name} = ?{}", n + 3)).collect();
            let sql = format!("UPDATE {table} SET rev = rev + 1, {} WHERE id = ?1 AND rev = ?2", sets.join(", "));
            (entry.id, sql, vec![Value::Integer(entry.id), Value::Integer(entry.rev)])
        };
        let done = self.conn.prepare_cached(&sql)?.execute(params_from_iter(head.into_iter().chain(values)))?;
        if done != 1 {
            return Err(Error::Stale);
        }
        Ok(id)
    }

    /// Takes a record out; the log keeps it.
    pub fn remove_entry(&self, entry: &Entry) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE id = ?1 AND rev = ?2", entry.noun.table);
        if self.conn.prepare_cached(&sql)?.execute([entry.id, entry.rev])? != 1 {
            return Err(Error::Stale);
        }
        self.settle_owner(entry)
    }

    /// What is kept of a member follows from its cards and its places of work too.
    fn settle_owner(&self, entry: &Entry) -> Result<()> {
        match entry.noun.table {
            "card" => self.derive(&self.member(entry.owner.1)?),
            "placement" => self.settle_place(entry.owner.1),
            _ => Ok(()),
        }
    }
}
