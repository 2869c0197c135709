//! Lists of amounts owed, what they come to, and how old they are. What is open is found along an index of its own.

use super::{Error, Reader, Result};
use crate::domain::{
    due::{Age, Due, DueKind},
    fold::fold,
    member::{Sex, full_name, show_number},
};
use chrono::{Days, NaiveDate};
use rusqlite::{Row, ToSql};

/// An amount owed as a list shows it, with whoever owes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRow {
    /// The amount.
    pub due: Due,
    /// Number of the member.
    pub number: Option<i64>,
    /// Name of the member.
    pub name: String,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Telephone.
    pub phone: String,
}

impl DueRow {
    /// Number and name.
    pub fn heading(&self) -> String {
        self.number.map_or_else(|| self.name.clone(), |number| format!("{} {}", show_number(number), self.name))
    }
}

/// The order of a list of amounts owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DueSort {
    /// The oldest first.
    #[default]
    Oldest,
    /// By the name of the member, then the oldest first.
    Name,
    /// The largest first, a currency after the other.
    Amount,
    /// Those raised last first.
    Latest,
}

impl DueSort {
    /// All orders, as they are offered.
    pub const ALL: [Self; 4] = [Self::Oldest, Self::Name, Self::Amount, Self::Latest];

    const fn order(self) -> &'static str {
        match self {
            Self::Oldest => "d.due_on, d.id",
            Self::Name => "m.search_key, d.due_on, d.id",
            Self::Amount => "d.currency, d.open_minor DESC, d.id",
            Self::Latest => "d.id DESC",
        }
    }
}

/// What a list of amounts owed can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DueWant {
    /// Of which something is open.
    Open,
    /// Of which nothing is open.
    Settled,
    /// Open, and to be paid before that day.
    Before(NaiveDate),
    /// Of that kind.
    Kind(DueKind),
    /// Of that member.
    Of(i64),
    /// Of members in whose name, number, village or telephone this stands.
    Word(String),
}

impl DueWant {
    /// What is older than so many days.
    pub fn older(days: u64, today: NaiveDate) -> Self {
        Self::Before(today.checked_sub_days(Days::new(days)).unwrap_or(today))
    }
}

/// What is open in one currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenTotal {
    /// ISO 4217 code.
    pub currency: String,
    /// All of it, in minor units.
    pub minor: i64,
    /// Of women.
    pub women: i64,
    /// Of men.
    pub men: i64,
}

/// The rows of some wants, with the members when somebody asks for them, and the values of its words.
fn from(wants: &[DueWant], with_members: bool) -> (String, Vec<String>) {
    let mut words = Vec::new();
    let is_open = wants.iter().any(|want| matches!(want, DueWant::Open | DueWant::Before(_)));
    let has_words = wants.iter().any(|want| matches!(want, DueWant::Word(_)));
    let of_member = wants.iter().any(|want| matches!(want, DueWant::Of(_)));
    let index = match (of_member, is_open) {
        (true, _) => " INDEXED BY due_by_member",
        (_, true) => " INDEXED BY due_open",
        _ => "",
    };
    let conditions: Vec<String> = wants
        .iter()
        .map(|want| match want {
            DueWant::Open => "d.open_minor > 0".to_owned(),
            DueWant::Settled => "d.open_minor <= 0".to_owned(),
            DueWant::Before(day) => format!("d.open_minor > 0 AND d.due_on < '{day}'"),
            DueWant::Kind(kind) => format!("d.kind = '{}'", kind.code()),
            DueWant::Of(member) => format!("d.member_id = {member}"),
            DueWant::Word(word) => {
                words.push(fold(word));
                format!("instr(m.search_key, ?{}) > 0", words.len())
            }
        })
        .collect();
    let join = if with_members || has_words { " JOIN member m ON m.id = d.member_id" } else { "" };
    let all = if conditions.is_empty() { "TRUE".to_owned() } else { conditions.join(" AND ") };
    (format!("FROM due d{index}{join} WHERE {all}"), words)
}

fn values(words: &[String]) -> Vec<&dyn ToSql> {
    words.iter().map(|word| word as &dyn ToSql).collect()
}

impl Reader {
    /// The amounts owed that meet all of `wants`, in order.
    pub fn due_ids(&self, sort: DueSort, wants: &[DueWant]) -> Result<Vec<i64>> {
        let (rows, words) = from(wants, sort == DueSort::Name);
        self.id_list(&format!("SELECT d.id {rows} ORDER BY {}", sort.order()), &values(&words)[..])
    }

    /// Rows of the list, in the order of `ids`.
    pub fn due_rows(&self, ids: &[i64]) -> Result<Vec<DueRow>> {
        const WHO: &str = "SELECT number, surname, ifnull(post_name, ''), ifnull(given_name, ''), sex,
            ifnull(phone, ifnull(phone_2, '')) FROM member WHERE id = ?1";
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(due) = self.read_dues("WHERE id = ?1", [id])?.pop() else { continue };
            let row = self.conn.prepare_cached(WHO)?.query_row([due.member], |row| {
                let sex: Option<String> = row.get(4)?;
                Ok(DueRow {
                    number: row.get(0)?,
                    name: full_name(&row.get::<_, String>(1)?, &row.get::<_, String>(2)?, &row.get::<_, String>(3)?),
                    sex: sex.and_then(|code| Sex::from_code(&code).ok()),
                    phone: row.get(5)?,
                    due,
                })
            })?;
            found.push(row);
        }
        Ok(found)
    }

    /// One amount owed.
    pub fn due(&self, id: i64) -> Result<Due> {
        self.read_dues("WHERE id = ?1", [id])?.pop().ok_or(Error::NotFound)
    }

    /// What is open of the amounts that meet all of `wants`, by currency.
    pub fn open_totals(&self, wants: &[DueWant]) -> Result<Vec<OpenTotal>> {
        let wants: Vec<DueWant> = std::iter::once(DueWant::Open).chain(wants.iter().cloned()).collect();
        let (rows, words) = from(&wants, true);
        let sql = format!(
            "SELECT d.currency, sum(d.open_minor), ifnull(sum(d.open_minor) FILTER (WHERE m.sex = 'F'), 0),
            ifnull(sum(d.open_minor) FILTER (WHERE m.sex = 'M'), 0) {rows} GROUP BY 1 ORDER BY 1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let total = |row: &Row| {
            Ok(OpenTotal { currency: row.get(0)?, minor: row.get(1)?, women: row.get(2)?, men: row.get(3)? })
        };
        Ok(statement.query_map(&values(&words)[..], total)?.collect::<Result<_, _>>()?)
    }

    /// What is open by currency and age, in the order of [`Age::ALL`].
    pub fn arrears(&self, today: NaiveDate) -> Result<Vec<(String, [i64; 5])>> {
        const BY_DAY: &str =
            "SELECT currency, due_on, sum(open_minor) FROM due INDEXED BY due_open WHERE open_minor > 0
            GROUP BY due_on, currency";
        let mut statement = self.conn.prepare_cached(BY_DAY)?;
        let mut rows = statement.query([])?;
        let mut found: Vec<(String, [i64; 5])> = Vec::new();
        while let Some(row) = rows.next()? {
            let (currency, due_on): (String, String) = (row.get(0)?, row.get(1)?);
            let age = due_on.parse().map_or(Age::Old, |due_on| Age::of(due_on, today));
            let at = Age::ALL.iter().position(|one| *one == age).expect("all ages are there");
            let place = found.iter().position(|(known, _)| *known == currency).unwrap_or_else(|| {
                found.push((currency, [0; 5]));
                found.len() - 1
            });
            found[place].1[at] += row.get::<_, i64>(2)?;
        }
        found.sort();
        Ok(found)
    }

    /// How many members owe something that should have been paid before a day.
    pub fn debtors(&self, before: NaiveDate) -> Result<i64> {
        const DEBTORS: &str = "SELECT count(DISTINCT member_id) FROM due INDEXED BY due_open
            WHERE open_minor > 0 AND due_on < ?1";
        Ok(self.conn.prepare_cached(DEBTORS)?.query_row([before.to_string()], |row| row.get(0))?)
    }
}
