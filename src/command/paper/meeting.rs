//! Papers about meetings: which one is meant, and everything the book has about it.

use super::Asked;
use crate::{
    domain::{
        Text,
        day::{self, Order},
        fold::fold,
        meeting::{GUEST, Meeting, State},
        roll::{Attendance, Presence},
    },
    report::{
        Report,
        head::Head,
        meeting::{Correction, Proceedings, book::book, extract::extract, minutes},
    },
    store::{Error, Reader, Result, calling::Voter, meeting_find::Called, minutes::Corrected},
};
use chrono::{Datelike, NaiveDate};

/// Which meeting, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Number(i64),
    Day(NaiveDate),
    /// The latest that was opened.
    Last,
    /// The next that was called.
    Next,
}

/// Digits of the longest number in a minute book; more are a day.
const DIGITS: usize = 5;

impl Which {
    fn read(typed: &str, today: NaiveDate) -> Option<Self> {
        match fold(typed).as_str() {
            "last" | "dernier" | "derniere" => Some(Self::Last),
            "next" | "prochain" | "prochaine" => Some(Self::Next),
            digits if digits.len() <= DIGITS && digits.bytes().all(|b| b.is_ascii_digit()) => {
                digits.parse().ok().map(Self::Number)
            }
            _ => day::parse(typed, today, Order::Dmy).ok().map(Self::Day),
        }
    }

    fn is(self, called: &Called, today: NaiveDate) -> bool {
        match self {
            Self::Number(number) => called.number == Some(number),
            Self::Day(day) => called.held_on == day && called.state != State::Dropped,
            Self::Last => !matches!(called.state, State::Planned | State::Dropped),
            Self::Next => called.state == State::Planned && called.held_on >= today,
        }
    }
}

impl Asked {
    /// The meeting it is about: the one that was chosen, or that the options name; `None` where they name none of the
    /// book's.
    pub(super) fn meeting(&self, reader: &Reader, today: NaiveDate) -> Result<Option<i64>> {
        if self.meeting.is_some() {
            return Ok(self.meeting);
        }
        let typed = self.options.get("meeting");
        let Some(which) = Which::read(typed, today) else { return Ok(None) };
        let organ = self.organ(reader)?;
        let called = reader.called(organ)?;
        let mut found = called.iter().filter(|called| which.is(called, today));
        let found: Vec<&Called> = match which {
            Which::Last => found.next_back().into_iter().collect(),
            Which::Next => found.next().into_iter().collect(),
            Which::Number(_) | Which::Day(_) => found.collect(),
        };
        match found[..] {
            [one] => Ok(Some(one.id)),
            [] => Err(Error::Invalid(Text::new("err-paper-meeting").with("text", typed))),
            _ => Err(Error::Invalid(Text::new("err-paper-which").with("text", typed))),
        }
    }

    /// The body that the options name.
    fn organ(&self, reader: &Reader) -> Result<Option<i64>> {
        let name = self.options.get("body");
        if name.is_empty() {
            return Ok(None);
        }
        if let Some(organ) = reader.organ_by_name(name)? {
            return Ok(Some(organ));
        }
        // a piece that only one of them has in its name will do
        let (key, organs) = (fold(name), reader.organs()?);
        let mut close = organs.iter().filter(|(_, name, _)| fold(name).contains(&key));
        if let (Some((organ, ..)), None) = (close.next(), close.next()) {
            return Ok(Some(*organ));
        }
        let names: Vec<String> = organs.into_iter().map(|(_, name, _)| name).collect();
        Err(Error::Invalid(Text::new("err-paper-organ").with("name", name).with("names", names.join(", "))))
    }
}

/// Everything the book has about a meeting. Before the roll is opened, who would stand on it today does.
pub fn proceedings(reader: &Reader, id: i64) -> Result<Proceedings> {
    let meeting = reader.meeting(id)?;
    let roll = if meeting.state == State::Planned { expected(reader, &meeting)? } else { reader.roll(id)? };
    let first_on = match meeting.first {
        Some(first) => reader.meeting(first)?.entry.day("held_on"),
        None => None,
    };
    Ok(Proceedings {
        first_on,
        items: reader.items(id)?.into_iter().map(|item| (item.entry, item.text)).collect(),
        roll,
        guests: reader.entries(&GUEST, ("meeting", id))?,
        motions: reader.motions(id)?,
        actions: reader.actions(id)?,
        carried: reader.open_actions(meeting.organ_id(), id)?,
        corrections: corrections(reader, id)?,
        rules: reader.rules()?,
        witness: if meeting.state.is_frozen() { reader.minutes_words(id, meeting.version)? } else { String::new() },
        meeting,
    })
}

/// The corrections of a meeting's minutes and those that it made, each with the other meeting.
fn corrections(reader: &Reader, id: i64) -> Result<Vec<Correction>> {
    let with_other = |corrected: Corrected| {
        let of = corrected.entry.owner.1;
        let other = if of == id { corrected.by } else { Some(of) };
        let other = other.map(|other| reader.meeting(other)).transpose()?;
        let other = other.map(|other| (other.number, other.entry.day("held_on")));
        Ok(Correction { entry: corrected.entry, other })
    };
    reader.corrections(id)?.into_iter().map(with_other).collect()
}

/// Who would stand on the roll if it were opened now; at a founding those who have signed.
fn expected(reader: &Reader, meeting: &Meeting) -> Result<Vec<Attendance>> {
    let Some(voters) = super::super::meeting::voters(reader, meeting)? else { return reader.roll(meeting.id()) };
    let line = |(at, voter): (usize, Voter)| Attendance {
        id: 0,
        rev: 0,
        member: voter.member,
        number: voter.number,
        rank: at as u32 + 1,
        name: voter.name,
        sex: voter.sex,
        presence: Presence::Absent,
        arrived_at: String::new(),
        left_at: String::new(),
        holder: None,
    };
    Ok(voters.into_iter().enumerate().map(line).collect())
}

/// Minutes: there are none before the roll is opened, and a copy is certified of signed ones only.
pub(super) fn write_minutes(head: Head, sitting: &Proceedings, asked: &Asked) -> Result<Report> {
    begun(sitting)?;
    let purpose = if asked.options.get("copy") == "yes" {
        if sitting.meeting.state != State::Signed {
            return Err(Error::invalid("err-paper-copy"));
        }
        minutes::Purpose::Copy
    } else {
        minutes::Purpose::Original
    };
    Ok(minutes::minutes(head, sitting, purpose))
}

/// The extract of the motion that the options name, or of the only one there is.
pub(super) fn write_extract(head: Head, sitting: &Proceedings, asked: &Asked) -> Result<Report> {
    begun(sitting)?;
    let wanted = asked.options.get("motion");
    let motion = match &sitting.motions[..] {
        [] => return Err(Error::invalid("err-paper-no-motion")),
        [only] if wanted.is_empty() => Some(only),
        motions => motions.iter().find(|motion| motion.entry.get("number") == wanted),
    };
    let known = || sitting.motions.iter().map(|motion| motion.entry.get("number")).collect::<Vec<_>>().join(", ");
    let missing = || Error::Invalid(Text::new("err-paper-motion").with("known", known()));
    Ok(extract(head, sitting, motion.ok_or_else(missing)?))
}

fn begun(sitting: &Proceedings) -> Result<()> {
    match sitting.meeting.state {
        State::Planned | State::Dropped => Err(Error::invalid("err-paper-not-held")),
        _ => Ok(()),
    }
}

/// The minute book of a body and a year: of the body and year of a meeting, or as the options say; without a body, of
/// the only one that has minutes of that year.
pub(super) fn write_book(head: Head, reader: &Reader, asked: &Asked) -> Result<(Report, usize)> {
    let (organ, on) = match asked.meeting {
        Some(meeting) => {
            let meeting = reader.meeting(meeting)?;
            (Some(meeting.organ_id()), meeting.entry.day("held_on"))
        }
        None => (asked.organ(reader)?, None),
    };
    let year = asked.options.get("year").parse().unwrap_or_else(|_| on.unwrap_or(head.today).year());
    let mut called = reader.called(organ)?;
    called.retain(|called| called.held_on.year() == year);
    let mut found = Vec::new();
    for called in called.iter().filter(|called| called.state.is_frozen()) {
        found.push(proceedings(reader, called.id)?);
    }
    found.sort_by_key(|sitting| sitting.meeting.number);
    let Some(organ) = found.first().map(|sitting| sitting.meeting.organ.clone()) else {
        return Err(Error::Invalid(Text::new("err-paper-no-minutes").with("year", year.to_string())));
    };
    if found.iter().any(|sitting| sitting.meeting.organ != organ) {
        let mut names: Vec<&str> = found.iter().map(|sitting| &*sitting.meeting.organ).collect();
        names.sort_unstable();
        names.dedup();
        return Err(Error::Invalid(Text::new("err-paper-body").with("names", names.join(", "))));
    }
    let unfinished = called.iter().filter(|called| matches!(called.state, State::Open | State::Closed)).count();
    let people = found.len();
    Ok((book(head, &organ, &year.to_string(), &found, unfinished), people))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_is_named_as_people_do() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let read = |typed| Which::read(typed, today);
        assert_eq!(read("7"), Some(Which::Number(7)));
        assert_eq!(read("Dernière"), Some(Which::Last));
        assert_eq!(read("next"), Some(Which::Next));
        assert_eq!(read("231126"), Some(Which::Day(today)));
        assert_eq!(read("23/11/2026"), Some(Which::Day(today)));
        assert_eq!(read("AG ordinaire 2026"), None);
        assert_eq!(read(""), None);
    }
}
