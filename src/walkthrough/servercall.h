#pragma once

#include "walkthrough/memberreader.h"
#include "walkthrough/stagehand.h"

#include <QHash>

#include <tl/expected.hpp>

namespace finhub::walkthrough {

/// Reads the members of a step that describe its call.
ServerCall readServerCall(MemberReader& members);

/// The call with a function applied to every text of it that may hold a `${name}`.
void visitTexts(ServerCall& call, const std::function<void(QString&)>& visit);

/// What is kept of an answer, or what is wrong with it in words for the report.
tl::expected<QHash<QString, QString>, QString> keptOf(const ServerCall& call, const ServerAnswer& answer);

} // namespace finhub::walkthrough
