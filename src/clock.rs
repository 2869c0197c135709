//! The one source of the time: the system's clock, or a fixed one for tests, demonstrations and papers of a given day.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

/// Where the time comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The clock of the system.
    #[default]
    System,
    /// A clock that stands still.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// A clock that stands at noon of a day.
    pub fn on(day: NaiveDate) -> Self {
        Self::Fixed(day.and_hms_opt(12, 0, 0).expect("noon is a time of every day").and_utc())
    }

    /// This moment.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(at) => at,
        }
    }

    /// When this day began where the program runs.
    pub fn midnight(self) -> DateTime<Utc> {
        let began = self.today().and_time(NaiveTime::MIN);
        match self {
            // where a day began twice or not at all, it began at the first moment that there was
            Self::System => Local.from_local_datetime(&began).earliest().map_or(began.and_utc(), |at| at.to_utc()),
            Self::Fixed(_) => began.and_utc(),
        }
    }

    /// The time of the day with its seconds where the program runs: `9:58:03`.
    pub fn second(self) -> String {
        match self {
            Self::System => Local::now().format("%-H:%M:%S").to_string(),
            Self::Fixed(at) => at.format("%-H:%M:%S").to_string(),
        }
    }

    /// The time of the day where the program runs: `09:30`.
    pub fn time(self) -> String {
        match self {
            Self::System => Local::now().format("%H:%M").to_string(),
            Self::Fixed(at) => at.format("%H:%M").to_string(),
        }
    }

    /// A moment as the clocks where the program runs show it.
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::System => at.with_timezone(&Local).naive_local(),
            Self::Fixed(_) => at.naive_utc(),
        }
    }

    /// This day where the program runs.
    pub fn today(self) -> NaiveDate {
        match self {
            Self::System => Local::now().date_naive(),
            Self::Fixed(at) => at.date_naive(),
        }
    }
}

/// A stored moment where the program runs: `23/11/2026 10:41`; what is no moment stays as it is.
pub fn show(at: &str) -> String {
    let parsed = at.parse::<DateTime<Utc>>();
    parsed.map_or_else(|_| at.to_owned(), |at| at.with_timezone(&Local).format("%d/%m/%Y %H:%M").to_string())
}

/// A moment as it is stored: `2026-11-23T10:41:05Z`.
pub fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
