//! How a member stands in its table: what is read, what is written, and what follows from it.

use super::{Act, Reader, Result, error::strange, some};
use crate::domain::{
    amount::{Amount, decimals},
    birth::Birth,
    fold::{fold, fold_into},
    member::{Field, IdType, Member, Sex, Status},
    work,
};
use rusqlite::{OptionalExtension, Row, types::Value};
use std::{fmt::Write as _, sync::LazyLock};

/// Where a field is kept. Number, status and what belongs to it are written by the functions that change them.
enum Place {
    /// In a column of its name, as text.
    Text,
    /// In a column of its name, as a whole number.
    Number,
    /// As the row of a table of named things; the column holds its id.
    Named(&'static str),
    /// In two columns, minor units and currency.
    Amount,
    /// In the last miner card.
    Card(&'static str),
    /// Not by a form.
    Elsewhere,
}

const fn place(field: Field) -> Place {
    match field {
        Field::Number | Field::Status => Place::Elsewhere,
        Field::Site => Place::Named("site"),
        Field::Team => Place::Named("team"),
        Field::Household => Place::Named("household"),
        Field::SeasonIncome => Place::Amount,
        Field::CardNumber => Place::Card("number"),
        Field::CardExpiresOn => Place::Card("expires_on"),
        _ => match field.takes() {
            Some(takes) if takes.is_number() => Place::Number,
            _ => Place::Text,
        },
    }
}

/// The expression that reads a field of [`Field::takes`].
fn expression(field: Field) -> String {
    let code = field.code();
    match place(field) {
        Place::Named(table) => format!("(SELECT name FROM {table} WHERE id = m.{table}_id)"),
        Place::Amount => format!("m.{code}_minor || ' ' || m.{code}_currency"),
        Place::Card(column) => format!(
            "(SELECT {column} FROM card WHERE member_id = m.id AND kind = 'miner'
            ORDER BY expires_on DESC, id DESC LIMIT 1)"
        ),
        _ => format!("m.{code}"),
    }
}

/// The fields of [`Field::takes`], in the order in which they are read.
fn more() -> impl Iterator<Item = Field> {
    Field::ALL.iter().copied().filter(|field| field.takes().is_some())
}

/// How many columns stand before those.
const CORE: usize = 22;
/// What is read of a member, in the order in which [`read`] takes it.
static COLUMNS: LazyLock<String> = LazyLock::new(|| {
    let core =
        "m.id, m.rev, m.number, m.former_number, m.surname, m.post_name, m.given_name, m.known_as, m.sex, m.birth,
        m.phone, m.village, (SELECT name FROM site WHERE id = m.site_id), m.role, m.status, m.status_on, m.joined_on,
        m.id_type, m.id_number, m.id_place, m.id_expires_on, m.note";
    more().fold(core.to_owned(), |columns, field| columns + ", " + &expression(field))
});
/// Reads one member.
pub static ONE: LazyLock<String> = LazyLock::new(|| format!("SELECT {} FROM member m WHERE m.id = ?1", *COLUMNS));
/// Reads all members with what is derived behind.
pub static ALL: LazyLock<String> = LazyLock::new(|| {
    format!("SELECT {}, {} FROM member m", *COLUMNS, Derived::COLUMNS.map(|column| format!("m.{column}")).join(", "))
});

/// The columns that [`values`] fills.
fn written() -> Vec<String> {
    let mut columns = Vec::new();
    for field in Field::ALL {
        let code = field.code();
        match place(*field) {
            Place::Text | Place::Number => columns.push(code.to_owned()),
            Place::Named(table) => columns.push(format!("{table}_id")),
            Place::Amount => columns.extend([format!("{code}_minor"), format!("{code}_currency")]),
            Place::Card(_) | Place::Elsewhere => {}
        }
    }
    columns.extend(Derived::COLUMNS.map(str::to_owned));
    columns
}

/// Writes a new member: id, number, status, its day, and [`values`].
pub static INSERT: LazyLock<String> = LazyLock::new(|| {
    let columns = written();
    let places: Vec<String> = (1..=columns.len() + 4).map(|n| format!("?{n}")).collect();
    format!("INSERT INTO member (id, number, status, status_on, {}) VALUES ({})", columns.join(", "), places.join(", "))
});
/// Writes what is recorded of a member: id, the `rev` that was read, and [`values`].
pub static UPDATE: LazyLock<String> = LazyLock::new(|| {
    let mut sql = "UPDATE member SET rev = rev + 1".to_owned();
    for (at, column) in written().iter().enumerate() {
        let _ = write!(sql, ", {column} = ?{}", at + 3);
    }
    sql + " WHERE id = ?1 AND rev = ?2"
});

/// What is written of a member, in the order of the columns.
pub fn values(act: &Act, member: &Member, also: &str) -> Result<Vec<Value>> {
    let mut values = Vec::new();
    for field in Field::ALL {
        let kept = member.get(*field);
        let number = |text: &str| text.parse().map_or(Value::Null, Value::Integer);
        match place(*field) {
            Place::Text => values.push(text(&kept)),
            Place::Number => values.push(number(&kept)),
            Place::Named(table) => {
                let id = match table {
                    "site" => act.site(&kept)?,
                    "team" => act.team(&kept, act.site(&member.site)?)?,
                    _ => act.household(&kept, &member.village)?,
                };
                values.push(id.map_or(Value::Null, Value::Integer));
            }
            Place::Amount => {
                let amount = Amount::parse(&kept, "").ok();
                values.push(amount.as_ref().map_or(Value::Null, |a| Value::Integer(a.minor)));
                values.push(amount.map_or(Value::Null, |a| Value::Text(a.currency)));
            }
            Place::Card(_) | Place::Elsewhere => {}
        }
    }
    values.extend(Derived::of(member, also).values());
    Ok(values)
}

fn text(text: &str) -> Value {
    some(text).map_or(Value::Null, |text| Value::Text(text.to_owned()))
}

/// Reads a member.
pub fn read(row: &Row) -> rusqlite::Result<Result<Member>> {
    let id = row.get(0)?;
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    let mut odd = None;
    let mut member = Member {
        id,
        rev: row.get(1)?,
        number: row.get(2)?,
        former_number: text(3)?,
        surname: text(4)?,
        post_name: text(5)?,
        given_name: text(6)?,
        known_as: text(7)?,
        sex: coded(row, 8, &mut odd, |t| Sex::from_code(t).ok())?,
        birth: coded(row, 9, &mut odd, Birth::from_stored)?,
        phone: text(10)?,
        village: text(11)?,
        site: text(12)?,
        works: coded(row, 13, &mut odd, |t| work::parse(t).ok())?.unwrap_or_default(),
        status: coded(row, 14, &mut odd, |t| Status::from_code(t).ok())?.unwrap_or(Status::Applicant),
        status_on: coded(row, 15, &mut odd, |t| t.parse().ok())?,
        joined_on: coded(row, 16, &mut odd, |t| t.parse().ok())?,
        id_type: coded(row, 17, &mut odd, |t| IdType::from_code(t).ok())?,
        id_number: text(18)?,
        id_place: text(19)?,
        id_expires_on: coded(row, 20, &mut odd, |t| t.parse().ok())?,
        note: text(21)?,
        ..Member::default()
    };
    for (at, field) in more().enumerate() {
        match row.get_ref(CORE + at)? {
            rusqlite::types::ValueRef::Null => {}
            rusqlite::types::ValueRef::Integer(number) => member.put(field, number.to_string()),
            kept => match kept.as_str() {
                Ok(kept) if matches!(place(field), Place::Amount) => member.put(field, amount(kept)),
                Ok(kept) => member.put(field, kept.to_owned()),
                Err(_) => odd = Some(CORE + at),
            },
        }
    }
    Ok(match odd {
        None => Ok(member),
        Some(at) => Err(strange("member", id, row.as_ref().column_name(at).unwrap_or_default())),
    })
}

/// `40.00 USD` from `4000 USD`.
pub fn amount(kept: &str) -> String {
    let (minor, currency) = kept.split_once(' ').unwrap_or((kept, ""));
    debug_assert!(decimals(currency) <= 2);
    Amount { minor: minor.parse().unwrap_or(0), currency: currency.to_owned() }.to_string()
}

/// Reads a column that holds a code; one that cannot be read is noted in `odd`.
fn coded<T>(
    row: &Row,
    at: usize,
    odd: &mut Option<usize>,
    read: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let Some(text) = row.get_ref(at)?.as_str_or_null()? else { return Ok(None) };
    let value = read(text);
    if value.is_none() {
        *odd = Some(at);
    }
    Ok(value)
}

/// What follows from the other columns.
#[derive(PartialEq, Eq)]
pub struct Derived {
    search: String,
    words: String,
    village: String,
    id_number: String,
    card_until: String,
}

impl Derived {
    /// Its columns.
    pub const COLUMNS: [&str; 5] = ["search_key", "words_key", "village_key", "id_key", "card_until_key"];
    /// Writes them: the id and [`Derived::values`].
    pub const UPDATE: &str = "UPDATE member SET search_key = ?2, words_key = ?3, village_key = ?4, id_key = ?5,
        card_until_key = ?6 WHERE id = ?1";

    /// Of a member who is also found by what stands in `also`.
    pub fn of(member: &Member, also: &str) -> Self {
        let mut search = member.search_key();
        fold_into(also, &mut search);
        // the line break sorts before the blank: a name stands before the longer ones that begin with it, whatever
        // follows the name
        let name = member.name_key().len();
        if search.len() > name {
            search.replace_range(name..=name, "\n");
        }
        Self {
            search,
            words: member.words_key(),
            village: fold(&member.village),
            id_number: id_key(&member.id_number),
            card_until: member.kept(Field::CardExpiresOn).to_owned(),
        }
    }

    /// As it stands in a row of [`ALL`].
    pub fn kept(row: &Row) -> rusqlite::Result<Self> {
        let text = |at: usize| row.get::<_, Option<String>>(CORE + more().count() + at).map(Option::unwrap_or_default);
        Ok(Self { search: text(0)?, words: text(1)?, village: text(2)?, id_number: text(3)?, card_until: text(4)? })
    }

    /// The values of its columns.
    pub fn values(self) -> [Value; 5] {
        [&self.search, &self.words, &self.village, &self.id_number, &self.card_until].map(|kept| text(kept))
    }
}

/// An identity paper's number as it is compared: folded, without blanks.
pub fn id_key(id_number: &str) -> String {
    fold(id_number).replace(' ', "")
}

impl Reader {
    /// What else a member is found by: the numbers of all cards, and numbers and names of records that became part of this
    /// one.
    pub(super) fn also_found_by(&self, id: i64) -> Result<String> {
        const ALSO: &str = "SELECT group_concat(word, ' ') FROM (SELECT number AS word FROM card WHERE member_id = ?1
            UNION ALL SELECT printf('%04d', number) FROM member_merge WHERE member_id = ?1 AND number IS NOT NULL
            UNION ALL SELECT former_number FROM member_merge WHERE member_id = ?1
            UNION ALL SELECT name FROM member_merge WHERE member_id = ?1)";
        let found: Option<Option<String>> =
            self.conn.prepare_cached(ALSO)?.query_row([id], |row| row.get(0)).optional()?;
        Ok(found.flatten().unwrap_or_default())
    }
}
