//! What bodies and meetings ask for today: actions, minutes, meetings to come with their notice, terms that end.

use crate::{
    domain::{
        Text,
        meeting::{ACTION, MANDATE, Meeting},
        notice::{Called, Notice, Verdict},
        rule::Rules,
    },
    report::member::words,
    store::attention::{Attention, AttentionRow, MOST},
    tui::{
        screen::{Cx, Flow, meetings},
        theme::Role,
    },
};
use anyhow::Result;
use chrono::NaiveDate;

/// How soon a meeting is announced, and a notice asked for.
const AHEAD: u64 = 30;
/// So many meetings have a line each.
const MEETINGS: usize = 3;

/// How much a line presses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// It is late.
    Late,
    /// It wants doing.
    Soon,
    /// It is good to know.
    Known,
}

impl Press {
    /// The mark before its line, and how that is drawn.
    pub const fn look(self) -> (&'static str, Role) {
        match self {
            Self::Late => ("!", Role::Bad),
            Self::Soon => ("•", Role::Warn),
            Self::Known => (" ", Role::Text),
        }
    }
}

/// Where a line leads.
pub enum Lead {
    /// To one of several records.
    Reason(Attention),
    /// To a meeting.
    Meeting(i64),
}

/// A line of the first page.
pub type Line = (Press, Text, Lead);

/// What there is to say, the most urgent first.
///
/// # Errors
/// When the book cannot be read.
pub fn lines(cx: &Cx) -> Result<Vec<Line>> {
    let mut found = Vec::new();
    count(&mut found, Press::Late, "home-actions-late", Attention::ActionLate, cx)?;
    mandates(&mut found, Press::Late, ["home-mandate-over", "home-mandates-over"], Attention::MandateOver, cx)?;
    mandates(
        &mut found,
        Press::Late,
        ["home-mandate-vacant", "home-mandates-vacant"],
        Attention::MandateVacant(12),
        cx,
    )?;
    let mut coming = upcoming(cx)?;
    coming.sort_by_key(|(press, ..)| *press as u8);
    found.extend(coming);
    count(&mut found, Press::Soon, "home-to-sign", Attention::ToSign, cx)?;
    count(&mut found, Press::Soon, "home-actions-due", Attention::ActionDue(7), cx)?;
    for days in [7, 30, 60, 90] {
        let press = if days == 7 { Press::Late } else { Press::Soon };
        if mandates(&mut found, press, ["home-mandate-ends", "home-mandates-end"], Attention::MandateEnds(days), cx)? {
            break;
        }
    }
    Ok(found)
}

/// One line for all of a kind.
fn count(found: &mut Vec<Line>, press: Press, id: &'static str, reason: Attention, cx: &Cx) -> Result<()> {
    let count = cx.reader.attention(reason, cx.clock.today())?;
    if count > 0 {
        found.push((press, counted(id, reason, count), Lead::Reason(reason)));
    }
    Ok(())
}

/// How many records a reason concerns, with its days.
pub fn counted(id: &'static str, reason: Attention, count: i64) -> Text {
    let days = match reason {
        Attention::ActionDue(days)
        | Attention::MandateEnds(days)
        | Attention::CardEnds(days)
        | Attention::StepDue(days) => days,
        _ => 0,
    };
    let text = Text::new(id).with("days", days);
    if count >= MOST { text.with("count", format!("{}+", MOST - 1)) } else { text.with("count", count) }
}

/// One mandate by its office and its day, several by their number.
fn mandates(found: &mut Vec<Line>, press: Press, ids: [&'static str; 2], reason: Attention, cx: &Cx) -> Result<bool> {
    let rows = cx.reader.attention_rows(reason, cx.clock.today(), MOST as usize)?;
    let [id, several] = ids;
    let text = match &rows[..] {
        [] => return Ok(false),
        [AttentionRow { record, day, .. }] => {
            let office = words::entry(&cx.reader.entry(&MANDATE, *record)?, "office", &cx.lang);
            Text::new(id).with("office", office).with("day", short(day))
        }
        rows => counted(several, reason, rows.len() as i64),
    };
    found.push((press, text, Lead::Reason(reason)));
    Ok(true)
}

/// The next meetings: whether the notice is given, and the last day on which it can be.
fn upcoming(cx: &Cx) -> Result<Vec<Line>> {
    let today = cx.clock.today();
    let mut rules: Option<Rules> = None;
    let mut lines = Vec::new();
    for AttentionRow { record: id, .. } in cx.reader.attention_rows(Attention::Meeting(AHEAD), today, MEETINGS)? {
        let meeting = cx.reader.meeting(id)?;
        if rules.is_none() {
            rules = Some(cx.reader.rules()?);
        }
        let held = meeting.entry.get("held_on");
        let text = |id| Text::new(id).with("name", name(&meeting, cx)).with("day", short(held));
        let notice = rules.as_ref().and_then(|rules| Notice::of(Called::of(&meeting), rules));
        let verdict = notice.as_ref().map_or(Verdict::InTime, |notice| notice.verdict(today));
        let due = notice.map(|notice| notice.due.format("%d/%m").to_string()).unwrap_or_default();
        let (press, text) = match verdict {
            Verdict::Missed => (Press::Late, text("home-notice-missed")),
            Verdict::Due => (Press::Soon, text("home-notice-due").with("due", due)),
            Verdict::InTime | Verdict::Late => {
                (Press::Known, text("home-meeting").with("time", meeting.entry.get("time")))
            }
        };
        lines.push((press, text, Lead::Meeting(id)));
    }
    Ok(lines)
}

/// The meeting's own name, else its kind; of a committee, which has one kind, the body.
fn name(meeting: &Meeting, cx: &Cx) -> String {
    let (kind, title) = (meeting.entry.get("kind"), meeting.entry.get("title"));
    if title.is_empty() && meeting.organ_kind != "assembly" {
        return meeting.organ.clone();
    }
    meetings::name(kind, title, &cx.lang)
}

/// A stored day without its year: what stands here is near.
fn short(day: &str) -> String {
    day.parse::<NaiveDate>().map_or_else(|_| day.to_owned(), |day| day.format("%d/%m").to_string())
}

/// A record that wants attention, as a list names it.
///
/// # Errors
/// When the book cannot be read.
pub fn label(reason: Attention, id: i64, cx: &Cx) -> Result<String> {
    Ok(match reason.table() {
        "action" => {
            let action = cx.reader.entry(&ACTION, id)?;
            let parts = ["who", "what"].map(|code| action.get(code).to_owned());
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
        }
        "mandate" => {
            let mandate = cx.reader.entry(&MANDATE, id)?;
            let who = cx.reader.member(mandate.owner.1)?.full_name();
            format!("{}, {} · {who}", words::entry(&mandate, "office", &cx.lang), mandate.get("organ"))
        }
        table => cx.reader.record_label(table, id)?,
    })
}

/// The page on which something is done about it.
///
/// # Errors
/// When the book cannot be read.
pub fn open(reason: Attention, id: i64, cx: &Cx) -> Result<Flow> {
    Ok(match reason.table() {
        "action" => Flow::push(meetings::page::page(cx.reader.entry(&ACTION, id)?.owner.1)),
        "mandate" => Flow::push(meetings::organ::page(cx.reader.mandate_organ(id)?)),
        _ => Flow::push(meetings::page::page(id)),
    })
}
