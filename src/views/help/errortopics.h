#pragma once

#include "core/error.h"

namespace finhub::views {

/// What an error word means and what to do, in English; all nullptr for ErrorWord::Unknown. The context of
/// its texts for translations is finhub::views::ErrorTopics.
struct ErrorTopic {
    const char* title = nullptr;
    const char* meaning = nullptr;
    const char* toDo = nullptr;
};

ErrorTopic errorTopic(ErrorWord word);

} // namespace finhub::views
