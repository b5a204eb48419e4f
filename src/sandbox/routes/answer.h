#pragma once

#include "sandbox/http/httpmessage.h"
#include "sandbox/json.h"
#include "sandbox/routes/refusal.h"
#include "sandbox/specimens/specimen.h"
#include "sandbox/store/records.h"

#include <tl/expected.hpp>

#include <vector>

namespace finhub::sandbox {

/// A seeded document whose bytes an answer needs.
struct DocumentToDraw {
    DocumentId id;
    SpecimenRequest specimen;
};

/// A success before it is written down: an envelope (1.3), bytes (3.3), or the wish for documents to be drawn
/// first, since drawing has no place on the state thread.
struct Answer {
    QString message = QStringLiteral("Success");
    Json data = Json::object();
    Json root = Json::object();  ///< further members beside `data`
    bool administrative = false; ///< 1.3: adds `"success":true`
    HttpHeaders headers;

    int status = 200;
    QByteArray contentType; ///< of `bytes`; empty: an envelope
    QByteArray bytes;

    std::vector<DocumentToDraw> drawFirst;
};

/// 1.3: the envelope of administration and webhook calls.
Answer administrativeAnswer(Json data = Json::object());

using Outcome = tl::expected<Answer, Refusal>;

HttpReply replyOf(const Answer& answer);
HttpReply replyOf(const Outcome& outcome);

} // namespace finhub::sandbox
