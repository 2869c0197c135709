//! Lists of members: pages in order, rows to show, totals, and finding somebody by a piece of a name or a number.

use super::{Reader, Result, error::strange};
use crate::domain::{
    birth::Birth,
    fold::fold,
    member::{Sex, Status, parse_number},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, ToSql, params, types::Value};
use std::fmt::Write as _;

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// By number; those without come last.
    Number,
    /// Who joined last comes first; those who have not come last.
    Joined,
    /// By village; those without come last.
    Village,
}

impl Sort {
    /// All orders, as they are offered.
    pub const ALL: &'static [Self] = &[Self::Name, Self::Number, Self::Joined, Self::Village];

    /// The code, for settings; the text key is `sort-` and the code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Number => "number",
            Self::Joined => "joined_on",
            Self::Village => "village",
        }
    }

    const fn index(self) -> &'static str {
        match self {
            Self::Name => "member_by_name",
            Self::Number => "member_by_number",
            Self::Joined => "member_by_joined",
            Self::Village => "member_by_village",
        }
    }

    /// The column, and whether it descends.
    const fn column(self) -> (&'static str, bool) {
        match self {
            Self::Name => ("search_key", false),
            Self::Number => ("number", false),
            Self::Joined => ("joined_on", true),
            Self::Village => ("village_key", false),
        }
    }
}

/// Which members a list shows; what is left out does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Want {
    /// Any of these; empty when every status will do.
    pub statuses: Vec<Status>,
    /// Only this sex.
    pub sex: Option<Sex>,
    /// Only this site.
    pub site_id: Option<i64>,
    /// Pieces that must all stand somewhere in name, known-as, village, numbers or telephone; typed as one likes.
    pub words: String,
}

/// A place in a list: behind it the next page begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    value: Value,
    id: i64,
}

/// A page of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slice {
    /// The members, in order.
    pub ids: Vec<i64>,
    /// Where the next page begins; `None` at the end of the list.
    pub next: Option<Key>,
}

/// What a list shows of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    /// Identity in the book.
    pub id: i64,
    /// Number, from admission on.
    pub number: Option<i64>,
    /// Surname.
    pub surname: String,
    /// Post-name.
    pub post_name: String,
    /// Given name.
    pub given_name: String,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Birth, where known.
    pub birth: Option<Birth>,
    /// Site.
    pub site: String,
    /// Village.
    pub village: String,
    /// Telephone.
    pub phone: String,
    /// Status.
    pub status: Status,
    /// Day of admission.
    pub joined_on: Option<NaiveDate>,
}

/// Kept counts of members by status and sex.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals(Vec<(Status, Option<Sex>, i64)>);

impl Totals {
    /// Members of these statuses, all when empty, and of this sex, any when `None`.
    pub fn count(&self, statuses: &[Status], sex: Option<Sex>) -> i64 {
        let wanted = |(status, of, _): &&(Status, Option<Sex>, i64)| {
            (statuses.is_empty() || statuses.contains(status)) && (sex.is_none() || *of == sex)
        };
        self.0.iter().filter(wanted).map(|(_, _, n)| n).sum()
    }
}

/// A search for somebody by a number or pieces of a name, which goes on slice by slice.
pub struct Find {
    typed: String,
    want: Want,
    limit: usize,
    found: Vec<i64>,
    next: Step,
}

/// Where a search goes on.
enum Step {
    /// With what an index finds.
    Likely,
    /// With all names from some place on.
    Names(Option<Key>),
    Ended,
}

impl Find {
    /// How many rows a slice looks at: about a millisecond.
    const ROWS: usize = 1_500;

    /// A search that ends with `limit` members.
    pub fn new(typed: &str, limit: usize) -> Self {
        let want = Want { words: fold(typed), ..Want::default() };
        Self { typed: typed.to_owned(), want, limit, found: Vec::new(), next: Step::Likely }
    }

    /// Whether everybody has been looked at, or enough are found.
    pub fn is_ended(&self) -> bool {
        matches!(self.next, Step::Ended)
    }
}

/// A run of rows along an index.
#[derive(Clone, Copy)]
enum Stretch {
    /// All that have a value.
    First,
    /// Those with the value of the last row, behind it.
    Same,
    /// Those with a value behind it.
    Behind,
    /// Those without one, which come last.
    Blank,
}

/// A page that is being read.
struct Page {
    slice: Slice,
    /// How many rows may still be looked at.
    room: usize,
    /// The row looked at last.
    last: i64,
}

impl Want {
    /// The condition on a row and its parameters, numbered from `first`; `None` when every row is wanted.
    fn sql(&self, first: usize) -> Option<(String, Vec<Value>)> {
        let (mut sql, mut values) = (String::new(), Vec::new());
        let mut and = |condition: String| {
            sql.push_str(if sql.is_empty() { "" } else { " AND " });
            sql.push_str(&condition);
        };
        if !self.statuses.is_empty() {
            let codes: Vec<String> = self.statuses.iter().map(|s| format!("'{}'", s.code())).collect();
            and(format!("status IN ({})", codes.join(",")));
        }
        if let Some(sex) = self.sex {
            and(format!("sex IS '{}'", sex.code()));
        }
        if let Some(site) = self.site_id {
            and(format!("site_id IS ?{}", first + values.len()));
            values.push(Value::Integer(site));
        }
        for word in fold(&self.words).split(' ').filter(|word| !word.is_empty()) {
            and(format!("instr(search_key, ?{})", first + values.len()));
            values.push(Value::Text(word.to_owned()));
        }
        (!sql.is_empty()).then_some((sql, values))
    }
}

impl Reader {
    /// The next page of a list behind `after`. `limit` bounds the rows that are looked at, not those that are found, so
    /// that a page costs the same whatever is wanted: ask on until there is no next.
    pub fn member_slice(&self, sort: Sort, after: Option<&Key>, limit: usize, want: &Want) -> Result<Slice> {
        // the stretches are read from one state of the book
        let state = self.conn.unchecked_transaction()?;
        let mut page = Page { slice: Slice::default(), room: limit, last: 0 };
        // each stretch goes straight along the index: a comparison of (value, id) would look at every row with that
        // value again, and a village may have thousands
        let stretches = match after {
            None => &[Stretch::First, Stretch::Blank][..],
            Some(Key { value: Value::Null, .. }) => &[Stretch::Same],
            Some(_) => &[Stretch::Same, Stretch::Behind, Stretch::Blank],
        };
        for stretch in stretches {
            self.member_stretch(sort, *stretch, after, want, &mut page)?;
        }
        if page.room == 0 {
            let sql = format!("SELECT {} FROM member WHERE id = ?1", sort.column().0);
            let value = state.prepare_cached(&sql)?.query_row([page.last], |row| row.get(0))?;
            page.slice.next = Some(Key { value, id: page.last });
        }
        Ok(page.slice)
    }

    fn member_stretch(
        &self,
        sort: Sort,
        stretch: Stretch,
        after: Option<&Key>,
        want: &Want,
        page: &mut Page,
    ) -> Result<()> {
        if page.room == 0 {
            return Ok(());
        }
        let (column, descending) = sort.column();
        let (than, order) = if descending { ("<", " DESC") } else { (">", "") };
        let wanted = want.sql(4);
        let mut sql = String::from("SELECT id");
        if let Some((condition, _)) = &wanted {
            let _ = write!(sql, ", {condition}");
        }
        let _ = write!(sql, " FROM member INDEXED BY {} WHERE {column} ", sort.index());
        let _ = match stretch {
            Stretch::First => write!(sql, "IS NOT NULL"),
            Stretch::Same => write!(sql, "IS ?1 AND id {than} ?2"),
            Stretch::Behind => write!(sql, "{than} ?1"),
            Stretch::Blank => write!(sql, "IS NULL"),
        };
        let _ = write!(sql, " ORDER BY {column}{order}, id{order} LIMIT ?3");
        let (value, id) = after.map_or((&Value::Null, 0), |key| (&key.value, key.id));
        let limit = page.room as i64;
        let mut parameters: Vec<&dyn ToSql> = vec![value, &id, &limit];
        parameters.extend(wanted.iter().flat_map(|(_, values)| values).map(|v| v as &dyn ToSql));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(parameters.as_slice())?;
        while let Some(row) = rows.next()? {
            page.last = row.get(0)?;
            page.room -= 1;
            if wanted.is_none() || row.get::<_, Option<bool>>(1)? == Some(true) {
                page.slice.ids.push(page.last);
            }
        }
        Ok(())
    }

    /// The rows of a list, in the order asked for. Who is gone by now is left out.
    pub fn member_rows(&self, ids: &[i64]) -> Result<Vec<MemberRow>> {
        const ROW: &str =
            "SELECT m.id, m.number, m.surname, m.post_name, m.given_name, m.sex, m.birth, s.name, m.village,
            m.phone, m.status, m.joined_on FROM member m LEFT JOIN site s ON s.id = m.site_id WHERE m.id = ?1";
        let mut statement = self.conn.prepare_cached(ROW)?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let mut rows = statement.query([id])?;
            if let Some(row) = rows.next()? {
                found.push(member_row(row)?);
            }
        }
        Ok(found)
    }

    /// Villages whose name begins as typed, as they were written last, at most twenty. Jumps from one to the next: a
    /// village may have thousands of members.
    pub fn villages(&self, typed: &str) -> Result<Vec<String>> {
        const FIRST: &str = "SELECT min(village_key) FROM member WHERE village_key >= ?1 AND village_key < ?2";
        const NEXT: &str = "SELECT min(village_key) FROM member WHERE village_key > ?1 AND village_key < ?2";
        const WRITTEN: &str = "SELECT village FROM member WHERE village_key = ?1 ORDER BY id DESC LIMIT 1";
        let begin = fold(typed);
        let end = format!("{begin}{{");
        let mut next: Option<String> = self.conn.prepare_cached(FIRST)?.query_row([&begin, &end], |row| row.get(0))?;
        let mut villages = Vec::new();
        while let Some(key) = next.take_if(|_| villages.len() < 20) {
            villages.extend(self.conn.prepare_cached(WRITTEN)?.query_row([&key], |row| row.get(0)).optional()?);
            next = self.conn.prepare_cached(NEXT)?.query_row([&key, &end], |row| row.get(0))?;
        }
        Ok(villages)
    }

    /// The kept counts.
    pub fn member_totals(&self) -> Result<Totals> {
        const TOTALS: &str = "SELECT status, sex, n FROM member_total";
        let mut statement = self.conn.prepare_cached(TOTALS)?;
        let mut rows = statement.query([])?;
        let mut totals = Vec::new();
        while let Some(row) = rows.next()? {
            let (status, sex): (String, String) = (row.get(0)?, row.get(1)?);
            let status = Status::from_code(&status).map_err(|_| strange("member_total", 0, "status"))?;
            totals.push((status, Sex::from_code(&sex).ok(), row.get(2)?));
        }
        Ok(Totals(totals))
    }

    /// The next members that a search finds, the likeliest first: the number itself, the number of the old register and
    /// names that begin so are found at once; then, slice by slice, names with all the pieces.
    pub fn find_members(&self, find: &mut Find) -> Result<Vec<MemberRow>> {
        let (ids, next) = match &find.next {
            Step::Ended => return Ok(Vec::new()),
            Step::Likely if find.want.words.is_empty() => (self.likely_members(find)?, Step::Ended),
            Step::Likely => (self.likely_members(find)?, Step::Names(None)),
            Step::Names(after) => {
                let slice = self.member_slice(Sort::Name, after.as_ref(), Find::ROWS, &find.want)?;
                (slice.ids, slice.next.map_or(Step::Ended, |key| Step::Names(Some(key))))
            }
        };
        let known = find.found.len();
        for id in ids {
            if find.found.len() < find.limit && !find.found.contains(&id) {
                find.found.push(id);
            }
        }
        find.next = if find.found.len() < find.limit { next } else { Step::Ended };
        self.member_rows(&find.found[known..])
    }

    fn likely_members(&self, find: &Find) -> Result<Vec<i64>> {
        const BEGINS: &str =
            "SELECT id FROM member WHERE search_key >= ?1 AND search_key < ?1 || '{' ORDER BY search_key LIMIT ?2";
        let mut ids = Vec::new();
        if let Ok(number) = parse_number(&find.typed) {
            ids.extend(self.member_by_number(number)?);
        }
        ids.extend(self.members_by_former_number(find.typed.trim())?);
        if !find.want.words.is_empty() {
            let mut statement = self.conn.prepare_cached(BEGINS)?;
            for id in statement.query_map(params![find.want.words, find.limit as i64], |row| row.get(0))? {
                ids.push(id?);
            }
        }
        Ok(ids)
    }
}

fn member_row(row: &Row) -> Result<MemberRow> {
    let id = row.get(0)?;
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    let status: String = row.get(10)?;
    Ok(MemberRow {
        id,
        number: row.get(1)?,
        surname: text(2)?,
        post_name: text(3)?,
        given_name: text(4)?,
        sex: Sex::from_code(&text(5)?).ok(),
        birth: Birth::from_stored(&text(6)?),
        site: text(7)?,
        village: text(8)?,
        phone: text(9)?,
        status: Status::from_code(&status).map_err(|_| strange("member", id, "status"))?,
        joined_on: text(11)?.parse().ok(),
    })
}
