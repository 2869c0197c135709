//! Minutes: their text, the versions that were frozen and the words that witness them, corrections, and finding words.
//!
//! The digest of a version is SHA-256 over the bytes `ushirika minutes 1\n` and, written as the chain writes them
//! ([`super::chain`]), everything that is frozen: the row of the meeting, its agenda with the text, the roll, the guests,
//! the motions, who may not vote on them, and the actions. Of each row the name of the table, and of each column that is
//! not blank, in the order of their names, the name and what it holds. Columns that are not frozen are left out.

use super::{Act, Error, Reader, Result, chain};
use crate::domain::{
    fold::fold_places,
    meeting::{CORRECTION, Meeting, Signed, State},
    minutes::Gap,
    noun::Entry,
    proquint,
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params, types::ValueRef};
use sha2::{Digest, Sha256};

/// What is frozen: table, the columns that are left out because they may change later, and the order of its rows.
const FROZEN: [(&str, &[&str], &str); 7] = [
    (
        "meeting",
        &[
            "called_by",
            "channel",
            "first_id",
            "note",
            "notice_on",
            "proxies",
            "quorum_reference",
            "register_page",
            "signed_by",
            "signed_on",
            "state",
        ],
        "id",
    ),
    ("agenda_item", &[], "place, id"),
    // two records of one person may become one
    ("attendance", &["member_id"], "rank, id"),
    ("guest", &[], "id"),
    ("motion", &[], "number, id"),
    ("conflict", &["member_id"], "id"),
    ("action", &["done_on", "result", "state"], "id"),
];

/// Minutes as they were once frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// From 1 on.
    pub version: u32,
    /// The day.
    pub frozen_on: Option<NaiveDate>,
    /// The act that did it.
    pub act: i64,
    /// The digest of what was frozen, in hexadecimal.
    pub digest: String,
    /// When it was taken back, and why.
    pub taken_back: Option<(Option<NaiveDate>, String)>,
}

/// A correction with both its meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// What was found wrong; its owner is the meeting whose minutes it corrects.
    pub entry: Entry,
    /// The meeting that corrected it.
    pub by: Option<i64>,
}

/// Where words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The meeting.
    pub meeting: i64,
    /// The item.
    pub item: i64,
    /// The number of the motion, when the words stand in one.
    pub motion: Option<i64>,
    /// The name of the body.
    pub organ: String,
    /// The day of the meeting.
    pub held_on: Option<NaiveDate>,
    /// The item as the agenda has it.
    pub title: String,
    /// The text in which they stand.
    pub text: String,
}

fn day(row: &Row, at: usize) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<String>>(at)?.and_then(|day| day.parse().ok()))
}

impl Reader {
    /// Every time that the minutes of a meeting were frozen, the first time first.
    pub fn minutes_versions(&self, meeting: i64) -> Result<Vec<Version>> {
        const VERSIONS: &str = "SELECT version, frozen_on, act_id, digest, taken_back_on, ifnull(reason, '')
            FROM minutes_version WHERE meeting_id = ?1 ORDER BY version, id";
        let read = |row: &Row| {
            let taken_back = if row.get_ref(4)? == ValueRef::Null { None } else { Some((day(row, 4)?, row.get(5)?)) };
            let (version, frozen_on) = (row.get(0)?, day(row, 1)?);
            Ok(Version { version, frozen_on, act: row.get(2)?, digest: row.get(3)?, taken_back })
        };
        let mut statement = self.conn.prepare_cached(VERSIONS)?;
        Ok(statement.query_map([meeting], read)?.collect::<Result<_, _>>()?)
    }

    /// The words that witness a version of minutes, those of the act that froze it; empty when there is no such version.
    pub fn minutes_words(&self, meeting: i64, version: u32) -> Result<String> {
        const WORDS: &str = "SELECT hash FROM act WHERE id =
            (SELECT act_id FROM minutes_version WHERE meeting_id = ?1 AND version = ?2)";
        let hash: Option<chain::Hash> =
            self.conn.prepare_cached(WORDS)?.query_row(params![meeting, version], |row| row.get(0)).optional()?;
        Ok(hash.map(|hash| proquint::four_words(&hash)).unwrap_or_default())
    }

    /// The digest of what minutes say now, in hexadecimal.
    pub fn minutes_digest(&self, meeting: i64) -> Result<String> {
        let mut hash = Sha256::new();
        hash.update(b"ushirika minutes 1\n");
        for (table, left_out, order) in FROZEN {
            let of = if table == "meeting" { "id" } else { "meeting_id" };
            let sql = format!("SELECT * FROM {table} WHERE {of} = ?1 ORDER BY {order}");
            let mut statement = self.conn.prepare_cached(&sql)?;
            let names = statement.column_names().map(str::to_owned).enumerate();
            let mut columns: Vec<(String, usize)> = names.map(|(at, name)| (name, at)).collect();
            columns.retain(|(name, _)| name != "rev" && !left_out.contains(&name.as_str()));
            columns.sort();
            let mut rows = statement.query([meeting])?;
            while let Some(row) = rows.next()? {
                chain::text(&mut hash, table);
                for (name, at) in &columns {
                    match row.get_ref(*at)? {
                        ValueRef::Text(text) => {
                            chain::text(&mut hash, name);
                            chain::text(&mut hash, &String::from_utf8_lossy(text));
                        }
                        ValueRef::Integer(number) => {
                            chain::text(&mut hash, name);
                            chain::integer(&mut hash, Some(number));
                        }
                        _ => {}
                    }
                }
            }
        }
        Ok(hash.finalize().iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}")))
    }

    /// The meetings whose frozen minutes are not what was frozen.
    pub(super) fn changed_minutes(&self, found: &mut dyn FnMut(i64)) -> Result<()> {
        const LAST: &str = "SELECT m.id, (SELECT digest FROM minutes_version v WHERE v.meeting_id = m.id
            AND v.version = m.version AND v.taken_back_on IS NULL) FROM meeting m
            WHERE m.state IN ('to_sign', 'signed')";
        let mut statement = self.conn.prepare(LAST)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (meeting, digest): (i64, Option<String>) = (row.get(0)?, row.get(1)?);
            if digest != Some(self.minutes_digest(meeting)?) {
                found(meeting);
            }
        }
        Ok(())
    }

    /// What is missing before the minutes of a meeting can be frozen.
    pub fn minutes_gaps(&self, meeting: &Meeting) -> Result<Vec<Gap>> {
        const NO_VOTE: &str = "SELECT number FROM motion WHERE meeting_id = ?1 AND outcome IS NULL
            AND withdrawn IS NULL ORDER BY number";
        let mut statement = self.conn.prepare_cached(NO_VOTE)?;
        let open = statement.query_map([meeting.id()], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
        let blank = |code: &str| meeting.entry.get(code).is_empty();
        let gaps = [
            (meeting.state != State::Closed).then_some(Gap::NotClosed),
            blank("chair").then_some(Gap::NoChair),
            blank("secretary").then_some(Gap::NoSecretary),
            (!open.is_empty()).then_some(Gap::NoVote(open)),
        ];
        Ok(gaps.into_iter().flatten().collect())
    }

    /// Who is writing in the minutes of a meeting and has not saved: name of the user and title of the item.
    pub fn minutes_being_written(&self, meeting: i64) -> Result<Vec<(String, String)>> {
        const WRITING: &str = "SELECT ifnull(u.name, ''), ifnull(i.title, '') FROM draft d
            LEFT JOIN user u ON u.id = d.user_id LEFT JOIN agenda_item i ON i.id = d.record_id
            WHERE d.form >= ?1 AND d.form < ?1 || '~' ORDER BY d.at";
        let mut statement = self.conn.prepare_cached(WRITING)?;
        let rows = statement.query_map([format!("minutes:{meeting}:")], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The corrections of the minutes of a meeting, and those of earlier minutes that it made, as they were entered.
    pub fn corrections(&self, meeting: i64) -> Result<Vec<Corrected>> {
        const IDS: &str =
            "SELECT id, by_meeting_id FROM correction WHERE meeting_id = ?1 OR by_meeting_id = ?1 ORDER BY id";
        let mut statement = self.conn.prepare_cached(IDS)?;
        let rows = statement.query_map([meeting], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.map(|row| {
            let (id, by) = row?;
            Ok(Corrected { entry: self.entry(&CORRECTION, id)?, by })
        })
        .collect()
    }

    /// Meetings of the same body whose minutes are signed, the last first: those that can be corrected.
    pub fn signed_minutes(&self, organ: i64, limit: usize) -> Result<Vec<i64>> {
        const SIGNED: &str = "SELECT id FROM meeting WHERE organ_id = ?1 AND state = 'signed'
            ORDER BY held_on DESC, id DESC LIMIT ?2";
        let mut statement = self.conn.prepare_cached(SIGNED)?;
        Ok(statement.query_map(params![organ, limit as i64], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Where all of the words stand, or words that begin so, accents ignored, in minutes, agendas and motions: the last
    /// meeting first.
    pub fn search_minutes(&self, typed: &str, limit: usize) -> Result<Vec<Found>> {
        const SEARCH: &str = "SELECT m.id, i.id, mo.number, o.name, m.held_on, i.title,
            iif(mo.id IS NULL, ifnull(i.text, ''), mo.text)
            FROM meeting_word
            LEFT JOIN motion mo ON mo.id = iif(meeting_word.rowid % 2 = 1, meeting_word.rowid / 2, NULL)
            JOIN agenda_item i ON i.id = iif(mo.id IS NULL, meeting_word.rowid / 2, mo.item_id)
            JOIN meeting m ON m.id = i.meeting_id JOIN organ o ON o.id = m.organ_id
            WHERE meeting_word MATCH ?1 ORDER BY m.held_on DESC, m.id DESC, i.place, mo.number LIMIT ?2";
        let words = search_words(typed);
        if words.is_empty() || !self.may_read("meeting") {
            return Ok(Vec::new());
        }
        // the index keeps ligatures as they are written
        let wanted = |word: &String| {
            let joined = word.replace("oe", "œ").replace("ae", "æ");
            format!("(\"{word}\"* OR \"{joined}\"*)")
        };
        let wanted: Vec<String> = words.iter().map(wanted).collect();
        let read = |row: &Row| {
            Ok(Found {
                meeting: row.get(0)?,
                item: row.get(1)?,
                motion: row.get(2)?,
                organ: row.get(3)?,
                held_on: day(row, 4)?,
                title: row.get(5)?,
                text: row.get(6)?,
            })
        };
        let mut statement = self.conn.prepare_cached(SEARCH)?;
        let rows = statement.query_map(params![wanted.join(" AND "), limit as i64], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The words of what was typed, as the index has them; a single letter at the end is not looked for yet.
pub fn search_words(typed: &str) -> Vec<String> {
    let (folded, _) = fold_places(typed);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    words.map(str::to_owned).collect()
}

impl Act<'_> {
    /// Writes the text of an item whose `rev` was read.
    pub fn write_minutes(&self, item: i64, rev: i64, text: &str) -> Result<()> {
        const WRITE: &str = "UPDATE agenda_item SET text = ?3, rev = rev + 1 WHERE id = ?1 AND rev = ?2";
        let text = super::some(text);
        match self.conn.prepare_cached(WRITE)?.execute(params![item, rev, text])? {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }

    /// Freezes the minutes of a meeting that has ended, under the next number of its body unless it has one; gives the
    /// number.
    pub fn freeze_minutes(&self, meeting: &Meeting) -> Result<i64> {
        const FREEZE: &str = "UPDATE meeting SET state = 'to_sign', number = ?3, version = ?4, rev = rev + 1
            WHERE id = ?1 AND rev = ?2 AND state = 'closed'";
        const KEEP: &str = "INSERT INTO minutes_version (id, meeting_id, version, frozen_on, act_id, digest)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let (id, version) = (meeting.id(), meeting.version + 1);
        let number = match meeting.number {
            Some(number) => number,
            None => self.last_minutes(meeting.organ_id())? + 1,
        };
        self.once(FREEZE, params![id, meeting.entry.rev, number, version])?;
        let digest = self.minutes_digest(id)?;
        let values =
            params![self.next_id("minutes_version")?, id, version, self.today().to_string(), self.id(), digest];
        self.conn.prepare_cached(KEEP)?.execute(values)?;
        Ok(number)
    }

    /// Takes frozen minutes back that are not signed: the version stays, with the day and the reason.
    pub fn take_back_minutes(&self, meeting: &Meeting, reason: &str) -> Result<()> {
        const BACK: &str = "UPDATE meeting SET state = 'closed', rev = rev + 1
            WHERE id = ?1 AND rev = ?2 AND state = 'to_sign'";
        const NOTE: &str = "UPDATE minutes_version SET taken_back_on = ?3, reason = ?4
            WHERE meeting_id = ?1 AND version = ?2 AND taken_back_on IS NULL";
        self.once(BACK, params![meeting.id(), meeting.entry.rev])?;
        self.once(NOTE, params![meeting.id(), meeting.version, self.today().to_string(), reason])
    }

    /// Writes down that frozen minutes are signed in ink.
    pub fn sign_minutes(&self, meeting: &Meeting, signed: &Signed) -> Result<()> {
        const SIGN: &str = "UPDATE meeting SET state = 'signed', signed_on = ?3, signed_by = ?4, register_page = ?5,
            rev = rev + 1 WHERE id = ?1 AND rev = ?2 AND state = 'to_sign'";
        let on = signed.on.map(|day| day.to_string());
        let values = params![meeting.id(), meeting.entry.rev, on, signed.by, super::some(&signed.page)];
        self.once(SIGN, values)
    }

    /// Says which meeting made a correction.
    pub fn set_correcting(&self, correction: i64, by: i64) -> Result<()> {
        const BY: &str = "UPDATE correction SET by_meeting_id = ?2 WHERE id = ?1";
        self.once(BY, params![correction, by])
    }

    /// Runs an update of one row that must be as it was read.
    fn once(&self, sql: &str, values: impl rusqlite::Params) -> Result<()> {
        match self.conn.prepare_cached(sql)?.execute(values)? {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }
}
