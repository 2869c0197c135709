//! Who meets a condition, found slice by slice. A list keeps the answers as sets and walks its order against them, so
//! that a letter more costs no second look at everybody.

use super::{
    Reader, Result,
    member_list::{Key, Slice},
};
use crate::domain::{
    book::Country,
    filter::{Criterion, Filter, SOON},
    fold::fold,
    member::{Sex, Status},
    search::{self, Piece},
};
use chrono::{Datelike, Days, NaiveDate};
use rusqlite::{OptionalExtension, params, params_from_iter, types::Value};
use std::{collections::HashMap, fmt::Write as _};

/// Something that is wanted of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// One of these statuses, any when there is none, and this sex, when one is given.
    Kind(Vec<Status>, Option<Sex>),
    /// What a filter asks for besides statuses, sex and words, on that day.
    Fields(Filter, NaiveDate),
    /// A piece of name, village, number, telephone.
    Piece(Piece),
}

/// Search keys at even distances along their index: where a slice begins and how many rows it has, to where it ends.
pub(super) type Milestones = HashMap<(String, usize), Option<String>>;

/// Texts of at least this many letters are looked up in the index of any three letters that follow each other.
const INDEXED: usize = 3;
/// A row that an index gives costs less than one that is looked at: so many are one look.
const CHEAP: usize = 8;

/// The conditions that those meet whom a filter asks for and who have what was typed; numbers are read as in `country`.
pub fn conditions(filter: &Filter, typed: &str, today: NaiveDate, country: Country) -> Vec<Condition> {
    let mut found = Vec::new();
    if filter.sex().is_some() || !filter.statuses().is_empty() {
        found.push(Condition::Kind(filter.statuses(), filter.sex()));
    }
    let by_field = filter.without(&[Criterion::Statuses, Criterion::Sex, Criterion::Words]);
    if !by_field.is_empty() {
        found.push(Condition::Fields(by_field, today));
    }
    for words in [filter.get(Criterion::Words), typed] {
        found.extend(search::pieces(words, country).into_iter().map(Condition::Piece));
    }
    found
}

/// A condition in SQL while it is put together.
struct Sql {
    text: String,
    first: usize,
    values: Vec<Value>,
}

impl Sql {
    fn new(first: usize) -> Self {
        Self { text: String::new(), first, values: Vec::new() }
    }

    fn and(&mut self, condition: &str) {
        let _ = write!(self.text, "{}({condition})", if self.text.is_empty() { "" } else { " AND " });
    }

    /// Adds a value; gives its place.
    fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.first + self.values.len() - 1)
    }
}

impl Condition {
    /// The condition on a row of `member` and its parameters, numbered from `first`.
    fn sql(&self, first: usize) -> (String, Vec<Value>) {
        let mut sql = Sql::new(first);
        match self {
            Self::Kind(statuses, sex) => {
                let codes: Vec<String> = statuses.iter().map(|s| format!("'{}'", s.code())).collect();
                if !codes.is_empty() {
                    sql.and(&format!("status IN ({})", codes.join(",")));
                }
                if let Some(sex) = sex {
                    sql.and(&format!("sex IS '{}'", sex.code()));
                }
            }
            Self::Fields(filter, today) => fields(filter, *today, &mut sql),
            Self::Piece(piece) => {
                let ways: Vec<String> = piece.ways.iter().map(|texts| way(texts, &mut sql)).collect();
                sql.and(&ways.join(" OR "));
            }
        }
        if sql.text.is_empty() {
            // days without a state of the card ask for nothing
            sql.and("1");
        }
        (sql.text, sql.values)
    }

    /// The runs along the index by sex and status whose members meet the condition; `None` when another way is shorter.
    fn runs(&self) -> Option<Vec<(Option<Sex>, Status)>> {
        let Self::Kind(statuses, sex) = self else { return None };
        let statuses = if statuses.is_empty() { Status::ALL } else { statuses };
        let sexes: Vec<Option<Sex>> = match sex {
            Some(_) => vec![*sex],
            None => Sex::ALL.iter().copied().map(Some).chain([None]).collect(),
        };
        Some(sexes.iter().flat_map(|sex| statuses.iter().map(|status| (*sex, *status))).collect())
    }
}

/// All of several conditions on a row and their parameters, numbered from `first`; `None` when there is none.
pub(super) fn all(conditions: &[Condition], first: usize) -> Option<(String, Vec<Value>)> {
    let mut values = Vec::new();
    let texts: Vec<String> = conditions
        .iter()
        .map(|condition| {
            let (text, more) = condition.sql(first + values.len());
            values.extend(more);
            format!("({text})")
        })
        .collect();
    (!texts.is_empty()).then(|| (texts.join(" AND "), values))
}

/// One way of a piece: all its texts stand in the key. They have nothing in them that `GLOB` takes for more than it is,
/// and it costs half of `instr`.
fn way(texts: &[String], sql: &mut Sql) -> String {
    let has = |text: &String| format!("search_key GLOB {}", sql.value(format!("*{text}*")));
    let texts: Vec<String> = texts.iter().map(has).collect();
    format!("({})", texts.join(" AND "))
}

fn fields(filter: &Filter, today: NaiveDate, sql: &mut Sql) {
    for (criterion, table) in [(Criterion::Site, "site"), (Criterion::Team, "team")] {
        if !filter.get(criterion).is_empty() {
            let name = sql.value(fold(filter.get(criterion)));
            sql.and(&format!("{table}_id IN (SELECT id FROM {table} WHERE name_key = {name})"));
        }
    }
    let roles: Vec<String> = filter
        .codes(Criterion::Role)
        .map(|code| {
            let code = sql.value(format!(",{code},"));
            format!("instr(',' || role || ',', {code})")
        })
        .collect();
    if !roles.is_empty() {
        sql.and(&roles.join(" OR "));
    }
    if !filter.get(Criterion::Village).is_empty() {
        let village = sql.value(fold(filter.get(Criterion::Village)));
        sql.and(&format!("village_key = {village}"));
    }
    // born on a day that is known, or in a year: `1993-05-31`, `1993`, `~1993`
    let mut born = |age: u32, than: &str| {
        let (year, month, day) = (today.year() - age as i32, today.month(), today.day());
        let on = sql.value(format!("{year:04}-{month:02}-{day:02}"));
        let year = sql.value(i64::from(year));
        sql.and(&format!("CASE length(birth) WHEN 10 THEN birth {than} {on} ELSE CAST(ltrim(birth, '~') AS INTEGER) {than} {year} END"));
    };
    if let Some(age) = filter.count(Criterion::AgeFrom) {
        born(age, "<=");
    }
    if let Some(age) = filter.count(Criterion::AgeTo) {
        born(age + 1, ">");
    }
    let soon = u64::from(filter.count(Criterion::CardDays).unwrap_or(SOON));
    match filter.get(Criterion::Card) {
        "none" => sql.and("card_until_key IS NULL"),
        "expired" => sql.and(&format!("card_until_key < '{today}'")),
        "valid" => sql.and(&format!("card_until_key >= '{today}'")),
        "soon" => sql.and(&format!("card_until_key BETWEEN '{today}' AND '{}'", today + Days::new(soon))),
        _ => {}
    }
    let owing = match filter.get(Criterion::Owes) {
        "any" => Some(None),
        "late" => Some(Some(today)),
        "old" => Some(Some(today - Days::new(90))),
        _ => None,
    };
    if let Some(before) = owing {
        let late = before.map(|day| format!(" AND due_on < '{day}'")).unwrap_or_default();
        sql.and(&format!(
            "EXISTS (SELECT 1 FROM due INDEXED BY due_by_member WHERE member_id = member.id AND open_minor > 0{late})"
        ));
    }
    let missing: Vec<&str> = filter
        .codes(Criterion::Missing)
        .filter_map(|code| {
            Some(match code {
                "phone" => "phone IS NULL AND phone_2 IS NULL",
                "id_number" => "id_number IS NULL",
                "form_number" => "form_number IS NULL",
                "sex" => "sex IS NULL",
                "birth" => "birth IS NULL",
                _ => return None,
            })
        })
        .collect();
    if !missing.is_empty() {
        sql.and(&missing.join(" OR "));
    }
    if let Some(day) = filter.day(Criterion::AdmittedFrom) {
        sql.and(&format!("joined_on >= '{day}'"));
    }
    if let Some(day) = filter.day(Criterion::AdmittedTo) {
        sql.and(&format!("joined_on <= '{day}'"));
    }
    if !filter.get(Criterion::Validation).is_empty() {
        sql.and("validated_on IS NULL AND status = 'active'");
    }
}

/// What the index of three letters is asked for pieces of which it knows a part of every way; and whether that says all.
/// Texts have nothing but letters and digits, so that quotes are all it takes.
fn query(pieces: &[Piece]) -> (String, bool) {
    let is_known = |text: &&String| text.len() >= INDEXED;
    let (mut query, mut says_all) = (String::new(), true);
    for piece in pieces {
        if !piece.ways.iter().all(|texts| texts.iter().any(|text| is_known(&text))) {
            says_all = false;
            continue;
        }
        let way = |texts: &Vec<String>| {
            let phrases: Vec<String> = texts.iter().filter(is_known).map(|text| format!("\"{text}\"")).collect();
            format!("({})", phrases.join(" AND "))
        };
        let ways: Vec<String> = piece.ways.iter().map(way).collect();
        let _ = write!(query, "{}({})", if query.is_empty() { "" } else { " AND " }, ways.join(" OR "));
        says_all &= piece.ways.iter().flatten().all(|text| is_known(&text));
    }
    (query, says_all)
}

impl Reader {
    /// The next of those who meet a condition, in no order that matters. `limit` bounds the work, not what is found: ask
    /// on until there is no next.
    pub fn member_matches(&self, condition: &Condition, after: Option<&Key>, limit: usize) -> Result<Slice> {
        if let Some(runs) = condition.runs() {
            return self.run_along(&runs, after, limit * CHEAP);
        }
        if let Condition::Piece(piece) = condition {
            return self.members_with(std::slice::from_ref(piece), after, limit);
        }
        self.walk(condition, after, limit)
    }

    /// Those of about `limit` members, in the order of their ids, who meet a condition: the others never leave the
    /// database, which halves the cost.
    fn walk(&self, condition: &Condition, after: Option<&Key>, limit: usize) -> Result<Slice> {
        const BOUNDS: &str = "SELECT min(id), (SELECT max(id) FROM member) FROM member WHERE id > ?1";
        let from = after.map_or(i64::MIN, |key| key.id);
        let bounds: (Option<i64>, Option<i64>) =
            self.conn.prepare_cached(BOUNDS)?.query_row([from], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (Some(first), Some(last)) = bounds else { return Ok(Slice::default()) };
        // ids follow each other: a span of ids is a bound on the work as good as a number of rows
        let until = first.saturating_add(limit as i64 - 1);
        let (condition, values) = condition.sql(3);
        let sql = format!("SELECT id FROM member NOT INDEXED WHERE id BETWEEN ?1 AND ?2 AND ({condition})");
        let ids = self.ids_of(&sql, [first.into(), until.into()], values)?;
        Ok(Slice { ids, next: (until < last).then_some(Key { value: Value::Null, id: until }) })
    }

    /// The same of pieces, along the index of search keys, which is a quarter of what the table is.
    fn walk_keys(&self, pieces: &[Condition], after: Option<&Key>, limit: usize) -> Result<Slice> {
        let from = match after {
            Some(Key { value: Value::Text(key), .. }) => key.clone(),
            _ => String::new(),
        };
        let until = self.milestone(&from, limit)?;
        let (condition, values) = all(pieces, 3).unwrap_or_else(|| ("1".to_owned(), Vec::new()));
        let sql = format!(
            "SELECT id FROM member INDEXED BY member_by_name WHERE search_key > ?1 AND search_key <= ?2 AND {condition}"
        );
        // a blob stands behind every text
        let end = until.clone().map_or_else(|| Value::Blob(Vec::new()), Value::Text);
        let ids = self.ids_of(&sql, [from.into(), end], values)?;
        Ok(Slice { ids, next: until.map(|key| Key { value: key.into(), id: 0 }) })
    }

    /// The search key so many rows behind another one; `None` when there are fewer. It is remembered until the book
    /// changes, because finding it costs a third of a search; an old one would only make a slice longer or shorter.
    fn milestone(&self, from: &str, rows: usize) -> Result<Option<String>> {
        const KEY: &str = "SELECT search_key FROM member INDEXED BY member_by_name WHERE search_key > ?1
            ORDER BY search_key LIMIT 1 OFFSET ?2";
        let place = (from.to_owned(), rows);
        if let Some(known) = self.milestones.borrow().get(&place) {
            return Ok(known.clone());
        }
        let skipped = rows.saturating_sub(1) as i64;
        let key: Option<String> =
            self.conn.prepare_cached(KEY)?.query_row(params![from, skipped], |row| row.get(0)).optional()?;
        self.milestones.borrow_mut().insert(place, key.clone());
        Ok(key)
    }

    fn ids_of(&self, sql: &str, span: [Value; 2], values: Vec<Value>) -> Result<Vec<i64>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement.query_map(params_from_iter(span.into_iter().chain(values)), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// The next of those whose search key has all the pieces, as [`Reader::member_matches`] gives them.
    pub(super) fn members_with(&self, pieces: &[Piece], after: Option<&Key>, limit: usize) -> Result<Slice> {
        const INDEX: &str = "SELECT rowid FROM member_word WHERE member_word MATCH ?3 AND rowid > ?1
            ORDER BY rowid LIMIT ?2";
        let conditions = || pieces.iter().cloned().map(Condition::Piece).collect::<Vec<_>>();
        match query(pieces) {
            (query, _) if query.is_empty() => self.walk_keys(&conditions(), after, limit),
            (query, true) => self.look_at(INDEX, vec![query.into()], after, limit * CHEAP),
            (query, false) => {
                let (condition, mut values) = all(&conditions(), 4).unwrap_or_default();
                values.insert(0, query.into());
                let sql = format!("SELECT f.rowid, {condition} FROM ({INDEX}) f LEFT JOIN member m ON m.id = f.rowid");
                self.look_at(&sql, values, after, limit)
            }
        }
    }

    /// Up to `limit` rows of a statement that gives ids from ?1 on in their order, and whether they are wanted.
    fn look_at(&self, sql: &str, values: Vec<Value>, after: Option<&Key>, limit: usize) -> Result<Slice> {
        let from = after.map_or(i64::MIN, |key| key.id);
        let mut statement = self.conn.prepare_cached(sql)?;
        let says = statement.column_count() > 1;
        let parameters = [Value::Integer(from), Value::Integer(limit as i64)].into_iter().chain(values);
        let mut rows = statement.query(params_from_iter(parameters))?;
        let (mut slice, mut last, mut looked) = (Slice::default(), from, 0);
        while let Some(row) = rows.next()? {
            last = row.get(0)?;
            looked += 1;
            if !says || row.get::<_, Option<bool>>(1)? == Some(true) {
                slice.ids.push(last);
            }
        }
        slice.next = (looked == limit).then_some(Key { value: Value::Null, id: last });
        Ok(slice)
    }

    /// Up to `limit` members of these sexes and statuses, one run of the index after the other; a key holds the run.
    fn run_along(&self, runs: &[(Option<Sex>, Status)], after: Option<&Key>, limit: usize) -> Result<Slice> {
        const RUN: &str = "SELECT id FROM member INDEXED BY member_by_kind WHERE sex IS ?3 AND status = ?4 AND id > ?1
            ORDER BY id LIMIT ?2";
        let (begun, mut from) = match after {
            Some(Key { value: Value::Integer(run), id }) => (*run as usize, Some(*id)),
            _ => (0, None),
        };
        let mut slice = Slice::default();
        for (run, (sex, status)) in runs.iter().enumerate().skip(begun) {
            let room = limit - slice.ids.len();
            let sex = sex.map_or(Value::Null, |sex| sex.code().to_owned().into());
            let after = from.take().map(|id| Key { value: Value::Null, id });
            let found = self.look_at(RUN, vec![sex, status.code().to_owned().into()], after.as_ref(), room)?;
            slice.ids.extend(found.ids);
            if let Some(Key { id, .. }) = found.next {
                slice.next = Some(Key { value: Value::Integer(run as i64), id });
                break;
            }
        }
        Ok(slice)
    }
}
