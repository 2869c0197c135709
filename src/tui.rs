//! The screens: everything that draws or knows a key.

pub mod app;
pub mod area;
pub mod canvas;
pub mod charset;
pub mod frame;
pub mod keymap;
pub mod paint;
pub mod preference;
pub mod run;
pub mod screen;
pub mod start;
pub mod terminal;
pub mod theme;
pub mod widget;
pub mod writer;
