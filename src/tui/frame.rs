//! What surrounds every screen: whose file, areas, where I am above the work; what happened and which keys below it.

use super::{
    area,
    canvas::{Canvas, wrap},
    keymap::{self, AREAS, Binding, Cmd, SHORT_AREAS},
    screen::{Cx, Screen, Toast},
    theme::Role,
};
use crate::domain::day;
use crossterm::event::KeyCode;
use ratatui::layout::Rect;
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// How wide figures at the right of a title are, such as `12 / 70` or `draft 12:00:00`, that it does not cover.
const FIGURES: u16 = 20;
/// What parts the places of a title, from the area to what is on the screen.
const PART: &str = " › ";

/// How many rows the longest sentence takes.
const TOAST_ROWS: usize = 3;

/// Draws the frame around `page`, with the footer of `top`; gives the area of the work.
pub fn draw(canvas: &mut Canvas<'_>, cx: &Cx, page: &dyn Screen, top: &dyn Screen) -> Rect {
    let all = canvas.buffer.area;
    let wide = all.width;
    let (who, lang) = (cx.session.name.as_str(), cx.lang.code().to_uppercase());
    let parts = [who, &lang, &day::show(cx.clock.today())];
    // on the first start there is nobody yet
    let right = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let right_width = right.width() as u16 + 1;
    let text = canvas.style(Role::Text);
    canvas.text(all.x + 1, all.y, wide.saturating_sub(right_width + 2), &cx.coop.name, text);
    canvas.right(all.right().saturating_sub(1), all.y, right_width, &right, text);
    draw_areas(canvas, page.area(), all.y + 1);
    canvas.rule(all, all.y + 2);
    let aside = page.aside();
    let aside_width = aside.width() as u16;
    let title = canvas.style(Role::Title);
    // a few figures at the right stay readable beside any title
    let kept = if aside_width <= FIGURES { aside_width + 2 } else { 0 };
    let room = wide.saturating_sub(2 + kept);
    let used = canvas.text(all.x + 1, all.y + 3, room, &shortened(&page.title(), room), title);
    let room = wide.saturating_sub(used + 4);
    canvas.right(all.right().saturating_sub(1), all.y + 3, room.min(aside_width), &aside, text);
    let bottom = all.bottom();
    canvas.rule(all, bottom.saturating_sub(2));
    draw_footer(canvas, cx, top, bottom.saturating_sub(1));
    Rect { x: all.x, y: all.y + 4, width: wide, height: all.height.saturating_sub(7) }
}

/// A title without its first places where there is no room for all: what is on the screen stands at its end.
fn shortened(title: &str, room: u16) -> Cow<'_, str> {
    let mut short = Cow::Borrowed(title);
    let mut rest = title;
    while short.width() > usize::from(room)
        && let Some((_, end)) = rest.split_once(PART)
    {
        rest = end;
        short = format!("…{PART}{rest}").into();
    }
    short
}

fn draw_areas(canvas: &mut Canvas<'_>, current: usize, y: u16) {
    let area = canvas.buffer.area;
    let full: usize = AREAS.iter().map(|id| canvas.label(id).width() + 2).sum();
    let names = if full + 1 > usize::from(area.width) { &SHORT_AREAS } else { &AREAS };
    let mut x = area.x + 1;
    for (at, id) in names.iter().enumerate() {
        let (digit, name) = ((at + 1) % 10, canvas.label(id));
        let role = match at {
            at if at == current => Role::Selected,
            at if area::is_built(at) => Role::Text,
            _ => Role::Muted,
        };
        let style = canvas.style(role);
        x += canvas.text(x, y, area.right().saturating_sub(x), &format!("{digit}{name}"), style) + 1;
    }
}

/// What just happened, in the row above the footer; a longer sentence takes rows of the work for as long as it stands.
pub fn draw_toast(canvas: &mut Canvas<'_>, cx: &Cx) {
    let area = canvas.buffer.area;
    let (text, role): (&str, Role) = match &cx.toast {
        _ if cx.crew.is_writing() => (canvas.label("say-saving"), Role::Muted),
        Some(Toast::Good(text)) => (text, Role::Good),
        Some(Toast::Plain(text)) => (text, Role::Text),
        Some(Toast::Bad(text)) => (text, Role::Bad),
        None => return,
    };
    let (style, width) = (canvas.style(role), area.width.saturating_sub(2));
    let mut lines = wrap(text, width.into());
    lines.truncate(TOAST_ROWS);
    let first = area.bottom().saturating_sub(2 + lines.len() as u16);
    for (y, line) in (first..).zip(&lines) {
        canvas.clear_row(y);
        canvas.text(area.x + 1, y, width, line, style);
    }
}

fn draw_footer(canvas: &mut Canvas<'_>, cx: &Cx, top: &dyn Screen, y: u16) {
    let area = canvas.buffer.area;
    let mut shown: Vec<&Binding> = keymap::shown(top.scope())
        .filter(|b| b.footer > 0 && top.refuses(b.cmd).is_none() && !(top.typing() && is_plain(cx.keymap.keys(b))))
        // over a dialog only its own keys, and the two that always help
        .filter(|b| !top.overlay() || b.scope == top.scope() || matches!(b.cmd, Cmd::Back | Cmd::Help))
        .collect();
    let own: Vec<&str> = shown.iter().filter(|b| b.scope == top.scope()).map(|b| first(cx.keymap.keys(b))).collect();
    // a key that the screen has for itself does nothing else there
    shown.retain(|b| b.scope == top.scope() || !own.contains(&first(cx.keymap.keys(b))));
    shown.sort_by_key(|b| b.footer);
    let label = |canvas: &Canvas<'_>, binding: &Binding| {
        (key_label(cx.keymap.keys(binding), canvas, top.typing()), canvas.label(top.name_of(binding.cmd)))
    };
    // the way to all other keys is always there
    let help = shown.iter().position(|b| b.cmd == Cmd::Help).map(|at| shown.remove(at));
    let kept = help.map(|binding| label(canvas, binding));
    let reserved = kept.as_ref().map_or(0, |(key, name)| key.width() + name.width() + 3) as u16;
    let mut x = area.x + 1;
    for binding in shown {
        let (key, name) = label(canvas, binding);
        if usize::from(x) + key.width() + 1 + name.width() > usize::from(area.right().saturating_sub(reserved)) {
            continue;
        }
        x = put_key(canvas, (x, y), &key, name);
    }
    if let Some((key, name)) = kept {
        put_key(canvas, (x, y), &key, name);
    }
}

/// The first of several keys.
fn first(keys: &str) -> &str {
    keys.split(' ').next().unwrap_or(keys)
}

fn put_key(canvas: &mut Canvas<'_>, (x, y): (u16, u16), key: &str, name: &str) -> u16 {
    let (right, key_style, text_style) =
        (canvas.buffer.area.right(), canvas.style(Role::Key), canvas.style(Role::Text));
    let next = x + canvas.text(x, y, right.saturating_sub(x), key, key_style) + 1;
    next + canvas.text(next, y, right.saturating_sub(next), name, text_style) + 2
}

/// Whether all of a binding's keys are plain characters, which are text while somebody types.
fn is_plain(keys: &str) -> bool {
    keys.split(' ').all(|key| matches!(keymap::parse(key), Some((KeyCode::Char(_), mods)) if mods.is_empty()))
}

/// The key of a binding that is shown, as it stands on the keyboard of the language.
pub fn key_label(keys: &str, canvas: &Canvas<'_>, typing: bool) -> String {
    let shown = keys.split(' ').find(|key| !typing || !is_plain(key)).unwrap_or(keys);
    name_key(shown, |id| canvas.label(id))
}

/// A key of the table in words: `ctrl-p` is `Ctrl-P`, `enter` is `Entrée` in French.
pub fn name_key(key: &str, label: impl Fn(&'static str) -> &'static str) -> String {
    let (prefix, rest) = match key.split_once('-').filter(|(p, r)| !p.is_empty() && !r.is_empty()) {
        Some(("ctrl", rest)) => ("Ctrl-", rest),
        Some(("alt", rest)) => ("Alt-", rest),
        Some(("shift", rest)) => (label("key-shift"), rest),
        _ => ("", key),
    };
    let name = match rest {
        "enter" => label("key-enter"),
        "esc" => label("key-esc"),
        "tab" => label("key-tab"),
        "space" => label("key-space"),
        "up" => label("key-up"),
        "down" => label("key-down"),
        "left" => label("key-left"),
        "right" => label("key-right"),
        "pageup" => label("key-pageup"),
        "pagedown" => label("key-pagedown"),
        "home" => label("key-home"),
        "end" => label("key-end"),
        "delete" => label("key-delete"),
        other => {
            let big = !prefix.is_empty() || other.chars().count() > 1;
            return format!("{prefix}{}", if big { other.to_ascii_uppercase() } else { other.to_owned() });
        }
    };
    format!("{prefix}{name}")
}

/// The keys of a command in a scope, for help and README; empty when it has none.
pub fn keys_of(cmd: Cmd, cx: &Cx, scope: keymap::Scope) -> String {
    keymap::active(scope)
        .find(|b| b.cmd == cmd)
        .map(|b| {
            let names = cx.keymap.keys(b).split(' ').take(2).map(|key| name_key(key, |id| cx.lang.label(id)));
            names.collect::<Vec<_>>().join(" ")
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_title_keeps_its_end() {
        let title = "Réunions › Assemblée annuelle › PV › 8 Comptes";
        assert_eq!(shortened(title, 60), title);
        assert_eq!(shortened(title, 40), "… › Assemblée annuelle › PV › 8 Comptes");
        assert_eq!(shortened(title, 20), "… › PV › 8 Comptes");
        assert_eq!(shortened(title, 5), "… › 8 Comptes", "what is still too wide is cut where it is drawn");
        assert_eq!(shortened("Accueil", 3), "Accueil");
    }
}
