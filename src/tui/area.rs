//! The ten areas: which are built, and what opens them.

use super::{
    keymap::{AREAS, Cmd},
    screen::{
        Cx, On, Screen, meetings, members,
        members::{form::MemberDraft, pairs::Pairs},
        money, places, settings,
    },
    widget::form::FormScreen,
};
use crate::{
    command,
    domain::{Text, noun::Noun},
};

/// Whether an area can be opened.
pub const fn is_built(area: usize) -> bool {
    matches!(area, 0..=2 | money::AREA)
}

/// Why a command that leads elsewhere cannot run; areas that are not built yet say so in one line.
pub fn refuses(cmd: Cmd) -> Option<Text> {
    match cmd {
        Cmd::Area(n) if !is_built(usize::from(n)) => {
            Some(Text::new("say-area-later").with("area", Text::new(AREAS[usize::from(n)])))
        }
        _ => None,
    }
}

/// The first screen of what a command leads to; `None` is the first page itself.
pub fn open(cmd: Cmd, cx: &Cx) -> Option<Box<dyn Screen>> {
    match cmd {
        Cmd::Area(1) => Some(Box::new(members::list::screen(cx))),
        Cmd::Area(2) => Some(Box::new(meetings::list::screen(cx))),
        Cmd::Area(4) => Some(Box::new(money::overview::screen())),
        Cmd::Settings => Some(Box::new(settings::Settings::new())),
        _ => None,
    }
}

/// What a command opens over the screen that is there.
///
/// # Errors
/// When the user may not, or the book cannot be read.
pub fn over(cmd: Cmd, on: On, cx: &Cx) -> anyhow::Result<Option<Box<dyn Screen>>> {
    Ok(match cmd {
        Cmd::PaperForms => {
            cx.permit(&command::member::FORM)?;
            Some(Box::new(FormScreen::new(MemberDraft::pile(cx)?, cx)))
        }
        Cmd::Pay => Some(Box::new(money::pay::screen(on.member, on.meeting, cx)?)),
        Cmd::Sites => Some(Box::new(places::sites())),
        Cmd::Teams => Some(Box::new(places::teams())),
        Cmd::Minutes => Some(Box::new(meetings::search::screen())),
        Cmd::Actions => Some(Box::new(meetings::actions::screen(None, cx)?)),
        Cmd::Organs => Some(Box::new(meetings::organs::screen(cx))),
        Cmd::Duplicates => Some(Box::new(Pairs::default())),
        _ => None,
    })
}

/// The page of one member.
pub fn member(id: i64) -> Box<dyn Screen> {
    Box::new(members::detail::page(id))
}

/// The page of a site, a team, a household, a body or a meeting.
pub fn place(noun: &'static Noun, id: i64) -> Box<dyn Screen> {
    match noun.table {
        "organ" => Box::new(meetings::organ::page(id)),
        "meeting" => Box::new(meetings::page::page(id)),
        "pad" => Box::new(money::pad::page(id)),
        _ => Box::new(places::page(noun, id)),
    }
}
