//! Lists of meetings, narrowed by how far they have come, by their body and by words of their minutes.

use super::{Reader, Result, error::strange};
use crate::domain::{fold::fold, meeting::State};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, ToSql};

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingRow {
    /// Identity in the book.
    pub id: i64,
    /// The day.
    pub held_on: Option<NaiveDate>,
    /// The time of the day, `09:30`; may be empty.
    pub time: String,
    /// The name of the body.
    pub organ: String,
    /// The code of its kind.
    pub kind: String,
    /// What it is called; may be empty.
    pub title: String,
    /// Where; may be empty.
    pub place: String,
    /// How far it has come.
    pub state: State,
    /// The number of its minutes.
    pub number: Option<i64>,
    /// Whether it is the second call of another.
    pub is_second: bool,
}

/// The order of a list of meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MeetingSort {
    /// The latest first.
    #[default]
    Day,
    /// By body, then the latest first.
    Organ,
    /// By body and the number in its minute book.
    Number,
}

/// What a list of meetings can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingWant {
    /// Those in one of these states.
    States(&'static [State]),
    /// Those of this body.
    Organ(i64),
    /// Those in whose title, place, body, minutes or motions this word stands, or that are of one of these kinds.
    Word(String, Vec<&'static str>),
}

impl Reader {
    /// The meetings that meet all of `wants`, in order.
    pub fn meetings(&self, sort: MeetingSort, wants: &[MeetingWant]) -> Result<Vec<i64>> {
        let mut values: Vec<Box<dyn ToSql>> = Vec::new();
        let conditions: Vec<String> = wants.iter().map(|want| condition(want, &mut values)).collect();
        let conditions = std::iter::once("TRUE".to_owned()).chain(conditions).collect::<Vec<_>>().join(" AND ");
        let order = match sort {
            MeetingSort::Day => "m.held_on DESC, m.id DESC",
            MeetingSort::Organ => "o.name_key, m.held_on DESC, m.id DESC",
            MeetingSort::Number => "o.name_key, m.number IS NULL, m.number, m.held_on, m.id",
        };
        let sql =
            format!("SELECT m.id FROM meeting m JOIN organ o ON o.id = m.organ_id WHERE {conditions} ORDER BY {order}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        Ok(statement.query_map(&values[..], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Rows of a list of meetings, in the order of `ids`. What is gone by now is left out.
    pub fn meeting_rows(&self, ids: &[i64]) -> Result<Vec<MeetingRow>> {
        const ROW: &str = "SELECT m.held_on, ifnull(m.time, ''), o.name, m.kind, ifnull(m.title, ''),
            ifnull(m.place, ''), m.state, m.number, m.first_id IS NOT NULL
            FROM meeting m JOIN organ o ON o.id = m.organ_id WHERE m.id = ?1";
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            let read = |row: &Row| {
                let (held_on, state): (String, String) = (row.get(0)?, row.get(6)?);
                let meeting = MeetingRow {
                    id: *id,
                    held_on: held_on.parse().ok(),
                    time: row.get(1)?,
                    organ: row.get(2)?,
                    kind: row.get(3)?,
                    title: row.get(4)?,
                    place: row.get(5)?,
                    state: State::Planned,
                    number: row.get(7)?,
                    is_second: row.get(8)?,
                };
                Ok((meeting, state))
            };
            let Some((row, state)) = self.conn.prepare_cached(ROW)?.query_row([id], read).optional()? else { continue };
            let state = State::from_code(&state).map_err(|_| strange("meeting", *id, "state"))?;
            rows.push(MeetingRow { state, ..row });
        }
        Ok(rows)
    }
}

/// A condition as SQL; what fills its blanks goes to the end of `values`.
fn condition(want: &MeetingWant, values: &mut Vec<Box<dyn ToSql>>) -> String {
    let mut place = |value: Box<dyn ToSql>| {
        values.push(value);
        values.len()
    };
    match want {
        MeetingWant::States(states) => {
            let states: Vec<String> = states.iter().map(|state| format!("'{}'", state.code())).collect();
            format!("m.state IN ({})", states.join(","))
        }
        MeetingWant::Organ(id) => format!("m.organ_id = ?{}", place(Box::new(*id))),
        MeetingWant::Word(word, kinds) => {
            // what is typed is a word that begins so, never a query
            let words = fold(word);
            let begins = words.split(' ').map(|word| format!("\"{}\"*", word.replace('"', ""))).collect::<Vec<_>>();
            let word = place(Box::new(words));
            let begins = place(Box::new(begins.join(" ")));
            let kinds: Vec<String> = kinds.iter().map(|kind| format!("'{kind}'")).collect();
            format!(
                "(instr(o.name_key, ?{word}) > 0 OR instr(lower(concat_ws(' ', m.title, m.place)), ?{word}) > 0
                OR m.kind IN ({}) OR m.id IN (
                    SELECT i.meeting_id FROM meeting_word w JOIN agenda_item i ON i.id = w.rowid / 2
                    WHERE w.text MATCH ?{begins} AND w.rowid % 2 = 0
                    UNION SELECT t.meeting_id FROM meeting_word w JOIN motion t ON t.id = w.rowid / 2
                    WHERE w.text MATCH ?{begins} AND w.rowid % 2 = 1))",
                kinds.join(",")
            )
        }
    }
}
