export const id = 8617;
export const ids = [8617];
export const modules = {

/***/ 18617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backendFor: () => (/* binding */ backendFor)
});

// EXTERNAL MODULE: ./lib/http/client.js + 2 modules
var client = __webpack_require__(18808);
// EXTERNAL MODULE: ./lib/runcomfy/protocol.js
var protocol = __webpack_require__(9223);
;// CONCATENATED MODULE: ./lib/comfyui/backend.js


const STOP_POLL_MS = 250;
function deploymentBackend({ service, clock, deployment, graph }) {
    async function look(requestId, signal) {
        try {
            return await service.state({ deployment, requestId }, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof client/* ConnectionError */.Rc || (error instanceof protocol/* ServiceError */._7 && error.isTransient))
                return null;
            throw error;
        }
    }
    return {
        submit: (_, body, signal) => service.submit(deployment, body, signal),
        async state(requestId, signal) {
            const { instanceId, logUrl: _, ...state } = await service.state({ deployment, requestId }, signal);
            return state.state === 'in_queue' && instanceId !== null ? { ...state, machine: instanceId } : state;
        },
        result: (requestId, signal) => service.result({ deployment, requestId }, signal, graph),
        async cancel(requestId, signal) {
            const answer = await service.cancel({ deployment, requestId }, signal);
            if (answer === 'not_cancellable')
                return answer;
            for (;;) {
                const state = await look(requestId, signal);
                if (state?.state === 'cancelled')
                    return 'cancelled';
                if (state?.state === 'completed')
                    return 'not_cancellable';
                if (state === null && answer === 'cancelled')
                    return answer;
                await clock.sleep(STOP_POLL_MS, signal);
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/pipeline/backends.js

function backendFor(deployment, graph, { service, serverless, clock }) {
    return deployment === null ? service : deploymentBackend({ service: serverless, clock, deployment, graph });
}


/***/ })

};
