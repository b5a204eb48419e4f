#pragma once

namespace finhub::documents {

/// Draws a page and a picture of our own, so that whatever the engines set up when they are first used is
/// there: fonts above all. No file can be opened meanwhile: the fonts are those built into the engine, on
/// every computer the same, since those of the system cannot be read behind the walls anyway.
///
/// False when the engines do not work.
bool rehearse();

} // namespace finhub::documents
