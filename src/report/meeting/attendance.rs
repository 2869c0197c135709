//! Who is to be there, with room for a signature or a thumb; and afterwards who was there, when, and for whom.

use super::{Proceedings, figures};
use crate::{
    domain::{
        Text,
        meeting::State,
        member::Sex,
        roll::{Attendance, Presence},
    },
    report::{
        Report,
        block::{Align, Block, Column, Facts, Row, Signature, Table},
        head::{Head, together},
    },
};
use std::collections::HashMap;

/// A thumb print of an adult with room around it, in millimetres.
const THUMB: f32 = 14.0;

/// The attendance list of a meeting: to be signed at the door until the meeting has ended, then as it was.
pub fn attendance(head: Head, sitting: &Proceedings) -> Report {
    let report = head.report(head.label("paper-attendance-title")).block(sitting.facts(&head));
    let report = match sitting.meeting.state {
        State::Planned | State::Open | State::Dropped => report.blocks(to_sign(&head, sitting)),
        State::Closed | State::ToSign | State::Signed => report.blocks(as_it_was(&head, sitting)),
    };
    let names = [("paper-chair-meeting", "chair"), ("paper-secretary-meeting", "secretary")];
    let signed = names.map(|(id, code)| {
        let name = sitting.meeting.entry.get(code);
        let beneath = if name.is_empty() { head.label("paper-sign-name") } else { name };
        Signature::line(head.label(id)).beneath(beneath)
    });
    let report = report.block(together(vec![signed.to_vec().into()]));
    if sitting.is_draft() { report } else { report.foot(super::minutes::foot(&head, sitting)) }
}

/// A row for everybody, high enough for a thumb, and counts to be filled by hand.
fn to_sign(head: &Head, sitting: &Proceedings) -> Vec<Block> {
    let row =
        |line: &Attendance| -> Row { vec![line.label().into(), line.name.clone().into(), sex(head, line).into()] };
    let guest = |guest: &crate::domain::noun::Entry| -> Row {
        vec![head.label("noun-guest").into(), guest.get("name").to_owned().into()]
    };
    let table = Table::new()
        .column(Column::new(head.label("paper-number")))
        .column(Column::new(head.label("paper-name")).grow(1))
        .column(Column::new(head.label("paper-sex")).align(Align::Centre))
        .column(Column::new(head.label("paper-arrived")).at_least(20.0))
        .column(Column::new(head.label("paper-sign-or-thumb")).at_least(55.0))
        .row_height(THUMB)
        .rows(sitting.roll.iter().map(row).chain(sitting.guests.iter().map(guest)));
    let present = Facts::side_by_side()
        .blank(head.label("paper-present-women"))
        .blank(head.label("paper-present-men"))
        .blank(head.label("paper-present-all"))
        .blank(head.label("paper-present-guests"));
    let counted = Block::Heading(2, head.label("paper-present").to_owned());
    vec![table.into(), together(vec![counted, present.into()])]
}

/// Everybody on the roll with what became of them, figures by sex, and the guests.
fn as_it_was(head: &Head, sitting: &Proceedings) -> Vec<Block> {
    let mut blocks = vec![Block::from(list(head, sitting, Who::Everybody))];
    blocks.extend(guests(head, sitting));
    blocks.push(together(vec![
        Block::Heading(2, head.label("paper-counts").to_owned()),
        figures(head, &sitting.count()).into(),
    ]));
    blocks
}

/// Who stands on a list of a meeting.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// The whole roll.
    Everybody,
    /// Those who were there, had sent somebody or an excuse.
    Heard,
}

/// The roll as it was: times, and who stood for whom.
pub(super) fn list(head: &Head, sitting: &Proceedings, who: Who) -> Table {
    let by_id: HashMap<i64, &Attendance> = sitting.roll.iter().map(|line| (line.id, line)).collect();
    let row = |line: &Attendance| -> Option<Row> {
        let holder = line.holder.and_then(|id| by_id.get(&id));
        let holder = holder.filter(|holder| line.presence != Presence::Present && holder.presence == Presence::Present);
        if who == Who::Heard && line.presence == Presence::Absent && holder.is_none() {
            return None;
        }
        let how = match holder {
            Some(holder) => {
                let sex = line.sex.map_or("", Sex::code);
                head.text(&Text::new("paper-represented-by").with("sex", sex).with("name", holder.name.as_str()))
            }
            None => head.label(line.presence.text_id_of(line.sex)).to_owned(),
        };
        Some(vec![
            line.label().into(),
            line.name.clone().into(),
            sex(head, line).into(),
            line.arrived_at.clone().into(),
            line.left_at.clone().into(),
            how.into(),
        ])
    };
    Table::new()
        .column(Column::new(head.label("paper-number")).at_least(13.0))
        .column(Column::new(head.label("paper-name")).grow(1))
        .column(Column::new(head.label("paper-sex")).align(Align::Centre))
        .column(Column::new(head.label("paper-arrived")).at_least(16.0))
        .column(Column::new(head.label("paper-left")).at_least(16.0))
        .column(Column::new(head.label("paper-presence")).at_least(34.0))
        .rows(sitting.roll.iter().filter_map(row))
}

/// Guests, under their heading, when there are any.
pub(super) fn guests(head: &Head, sitting: &Proceedings) -> Vec<Block> {
    if sitting.guests.is_empty() {
        return Vec::new();
    }
    let cell = |guest: &crate::domain::noun::Entry, code: &str| guest.get(code).to_owned().into();
    let row = |guest: &crate::domain::noun::Entry| -> Row {
        let sex = crate::report::member::words::entry(guest, "sex", head.lang);
        vec![cell(guest, "name"), sex.into(), cell(guest, "quality"), cell(guest, "organisation")]
    };
    let table = Table::new()
        .column(Column::new(head.label("field-name")).grow(1))
        .column(Column::new(head.label("paper-sex")).align(Align::Centre))
        .column(head.label("field-quality"))
        .column(head.label("field-organisation"))
        .rows(sitting.guests.iter().map(row));
    vec![Block::Heading(2, head.label("nouns-guest").to_owned()), table.into()]
}

fn sex(head: &Head, line: &Attendance) -> &'static str {
    line.sex.map_or("", |sex| head.label(sex.text_id()))
}
